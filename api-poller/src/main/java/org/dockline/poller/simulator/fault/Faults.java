package org.dockline.poller.simulator.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What goes wrong at the moment. Safe for use by several threads at once. */
public final class Faults {

  /** A fault, and since when. */
  private record Set(Fault fault, Instant since) {}

  private final List<Set> faults = new CopyOnWriteArrayList<>();

  /** From now on this goes wrong too. */
  public void add(Fault fault, Instant now) {
    heal(fault);
    faults.add(new Set(fault, now));
  }

  /** This goes wrong no more. */
  public void heal(Fault fault) {
    faults.removeIf(set -> set.fault().equals(fault));
  }

  /** Faults of that kind go wrong no more. */
  public void heal(FaultKind kind) {
    faults.removeIf(set -> set.fault().kind() == kind);
  }

  /** All is well again. */
  public void healAll() {
    faults.clear();
  }

  /** All of them, the oldest first. */
  public List<Fault> list() {
    return faults.stream().map(Set::fault).toList();
  }

  /** Those that concern what a feed says of a contract. */
  public List<Fault> of(String feed, String contract) {
    return list().stream().filter(f -> f.concerns(feed, contract)).toList();
  }

  /** Since when a feed says nothing new of a contract; empty when it does. */
  public Optional<Instant> frozenSince(String feed, String contract) {
    return faults.stream()
        .filter(s -> s.fault().kind() == FaultKind.FROZEN)
        .filter(s -> s.fault().concerns(feed, contract))
        .map(Set::since)
        .min(Instant::compareTo);
  }
}
