package org.dockline.poller.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.poller.simulator.protocol.ShownStation;
import org.dockline.poller.simulator.world.StationFacts;
import org.dockline.poller.simulator.world.StationReport;
import org.jspecify.annotations.Nullable;

/** Faults of what stations say, whatever the protocol it is written in. */
public final class StationFaults {

  private static final double METRES_PER_DEGREE = 111_320;
  private static final Duration OLDER = Duration.ofMinutes(1);
  private static final Instant BEFORE_1970 = Instant.parse("1958-07-24T00:00:00Z");

  private final List<Fault> faults;
  private final Instant now;

  /**
   * For one answer.
   *
   * @param faults those that concern it
   */
  public StationFaults(List<Fault> faults, Instant now) {
    this.faults = faults;
    this.now = now;
  }

  /** What becomes of the stations of one contract. */
  public List<ShownStation> of(List<ShownStation> stations) {
    List<ShownStation> shown = new ArrayList<>(stations);
    for (Fault fault : faults) {
      List<ShownStation> after = new ArrayList<>(shown.size());
      for (ShownStation station : shown) {
        if (fault.concerns(station.facts().number())) {
          after.addAll(with(fault, station));
        } else {
          after.add(station);
        }
      }
      shown = after;
    }
    return shown;
  }

  private List<ShownStation> with(Fault fault, ShownStation s) {
    StationFacts f = s.facts();
    StationReport r = s.report();
    int value = Math.toIntExact(fault.value());
    return switch (fault.kind()) {
      case NULL_TIME -> List.of(told(s, null));
      case FUTURE_TIME -> List.of(told(s, now.plus(Duration.ofHours(value))));
      case TIME_1970 -> List.of(told(s, Instant.EPOCH));
      case NEGATIVE_TIME -> List.of(told(s, BEFORE_1970));
      case DUPLICATE -> List.of(s, told(s, earlier(r.lastUpdate())));
      case NEGATIVE_COUNT -> List.of(counting(s, -1));
      case OVER_CAPACITY -> List.of(counting(s, f.capacity() + value));
      case RENAME -> List.of(placed(s, f.name() + " II", f.latitude(), f.capacity()));
      case MOVE ->
          List.of(placed(s, f.name(), f.latitude() + value / METRES_PER_DEGREE, f.capacity()));
      case RESIZE -> List.of(placed(s, f.name(), f.latitude(), f.capacity() + value));
      case REMOVE -> List.of();
      case SLOW,
          HANG,
          CUT,
          BREAK,
          EMPTY,
          FORBIDDEN,
          NOT_FOUND,
          TOO_MANY,
          SERVER_ERROR,
          ERROR_OBJECT,
          FLAGS_AS_NUMBERS,
          COUNTS_AS_FLAGS,
          NEW_FIELD,
          FROZEN ->
          List.of(s);
    };
  }

  private static @Nullable Instant earlier(@Nullable Instant time) {
    return time == null ? null : time.minus(OLDER);
  }

  private static ShownStation told(ShownStation s, @Nullable Instant time) {
    StationReport r = s.report();
    StationReport told =
        new StationReport(
            r.bikes(),
            r.docks(),
            r.mechanicalBikes(),
            r.electricalBikes(),
            r.brokenDocks(),
            r.open(),
            r.connected(),
            time);
    return new ShownStation(s.facts(), told, time);
  }

  private static ShownStation counting(ShownStation s, int bikes) {
    StationReport r = s.report();
    StationReport counting =
        new StationReport(
            bikes,
            r.docks(),
            r.mechanicalBikes(),
            r.electricalBikes(),
            r.brokenDocks(),
            r.open(),
            r.connected(),
            r.lastUpdate());
    return new ShownStation(s.facts(), counting, s.lastReported());
  }

  private static ShownStation placed(ShownStation s, String name, double latitude, int capacity) {
    StationFacts f = s.facts();
    StationFacts placed =
        new StationFacts(
            f.contract(),
            f.number(),
            name,
            f.address(),
            latitude,
            f.longitude(),
            capacity,
            f.banking(),
            f.bonus());
    return new ShownStation(placed, s.report(), s.lastReported());
  }
}
