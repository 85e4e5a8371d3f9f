package org.dockline.batch.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dockline.batch.load.Reconciled;
import org.dockline.station.StationKey;
import org.dockline.station.flow.Flows;
import org.dockline.warehouse.StationHour;
import org.jspecify.annotations.Nullable;

/** Counts the hours in which two computations of the same stations differ in anything. */
final class HourDifferences {

  private static final int NAMED = 5;

  private final List<String> named = new ArrayList<>();
  private long hours;
  private long differing;

  /** Compares one station's hours; either side may lack some. */
  void add(StationKey key, List<StationHour> batch, List<StationHour> speed) {
    Map<Instant, StationHour> ours = byStart(batch);
    Map<Instant, StationHour> theirs = byStart(speed);
    TreeSet<Instant> starts = new TreeSet<>(ours.keySet());
    starts.addAll(theirs.keySet());
    for (Instant start : starts) {
      hours++;
      StationHour a = ours.get(start);
      StationHour b = theirs.get(start);
      if (a == null || !a.equals(b)) {
        differing++;
        name(key, start, a, b);
      }
    }
  }

  Reconciled result() {
    return new Reconciled(hours, differing, named);
  }

  private void name(
      StationKey key, Instant start, @Nullable StationHour batch, @Nullable StationHour speed) {
    if (named.size() < NAMED) {
      named.add(
          "%s at %s (%s in the batch, %s in the speed chain)"
              .formatted(key, start, words(batch), words(speed)));
    }
  }

  private static String words(@Nullable StationHour hour) {
    if (hour == null) {
      return "absent";
    }
    Flows f = hour.flows();
    return "+%d -%d ~%d, %s to %s bikes, %s known"
        .formatted(
            f.arrivals(),
            f.departures(),
            f.netUnobserved(),
            f.openingBikes(),
            f.closingBikes(),
            f.known());
  }

  private static Map<Instant, StationHour> byStart(List<StationHour> hours) {
    return hours.stream()
        .collect(
            Collectors.toMap(
                hour -> hour.flows().start(), Function.identity(), (a, b) -> b, TreeMap::new));
  }
}
