package org.dockline.poller.simulator.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dockline.poller.simulator.protocol.ShownStation;
import org.dockline.poller.simulator.world.StationFacts;
import org.dockline.poller.simulator.world.StationReport;
import org.jspecify.annotations.Nullable;

/** Bikes moved by hand: laid over the world, which itself knows nothing of them. */
final class MovedBikes {

  private record Place(String contract, int number) {

    static Place of(StationFacts facts) {
      return new Place(facts.contract(), facts.number());
    }
  }

  private record Move(int bikes, Instant at) {}

  private final Map<Place, Move> moves = new ConcurrentHashMap<>();

  /**
   * Adds bikes to a station.
   *
   * @param shown how it is shown without them; the station tells of them with a later time
   * @param bikes below zero: takes them away
   */
  void add(ShownStation shown, int bikes, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.SECONDS);
    Instant last = shown.report().lastUpdate();
    Instant told = last == null || at.isAfter(last) ? at : last.plusSeconds(1);
    moves.merge(
        Place.of(shown.facts()),
        new Move(bikes, told),
        (before, added) -> new Move(before.bikes() + added.bikes(), added.at()));
  }

  /** The station with what was added to it, as far as it has room. */
  ShownStation applyTo(ShownStation shown) {
    Move move = moves.get(Place.of(shown.facts()));
    if (move == null) {
      return shown;
    }
    return new ShownStation(
        shown.facts(), moved(shown.report(), move), later(shown.lastReported(), move.at()));
  }

  private static StationReport moved(StationReport r, Move move) {
    int room = r.bikes() + r.docks();
    int bikes = Math.clamp((long) r.bikes() + move.bikes(), 0, room);
    int electrical = Math.min(r.electricalBikes(), bikes);
    return new StationReport(
        bikes,
        room - bikes,
        bikes - electrical,
        electrical,
        r.brokenDocks(),
        r.open(),
        r.connected(),
        later(r.lastUpdate(), move.at()));
  }

  private static Instant later(@Nullable Instant a, Instant b) {
    return a != null && a.isAfter(b) ? a : b;
  }
}
