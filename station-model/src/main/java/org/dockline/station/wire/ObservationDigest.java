package org.dockline.station.wire;

import java.util.HashMap;
import java.util.Map;

/**
 * What a place holds of some observations: each identity once, however often and in whatever order
 * it was met. Two places that hold the same have the same count and the same sum.
 */
public final class ObservationDigest {

  private final Map<Long, Long> contents = new HashMap<>();

  /**
   * Adds an observation. Of several contents under one identity the same one stays in any order.
   *
   * @return whether its identity is new
   */
  public boolean add(Fingerprint o) {
    boolean isNew = !contents.containsKey(o.identity());
    contents.merge(o.identity(), o.content(), Math::max);
    return isNew;
  }

  /** How many identities. */
  public long count() {
    return contents.size();
  }

  /** The sum of their contents, modulo 2^64. */
  public long sum() {
    return contents.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many identities of the other one this one lacks. */
  public long lacks(ObservationDigest other) {
    return other.contents.keySet().stream().filter(id -> !contents.containsKey(id)).count();
  }

  /** How many identities are in both with different contents. */
  public long contradicts(ObservationDigest other) {
    return other.contents.entrySet().stream()
        .filter(e -> !e.getValue().equals(contents.getOrDefault(e.getKey(), e.getValue())))
        .count();
  }
}
