package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.dockline.station.flow.Flows;
import org.jspecify.annotations.Nullable;

/** Longer steps made of the warehouse's hours, where it keeps nothing finer any more. */
final class CoarseHours {

  private CoarseHours() {}

  /** Days made of hours; any other step is told in hours. */
  static List<Flows> in(Step step, ZoneId zone, List<Flows> hours) {
    if (step != Step.DAY) {
      return hours;
    }
    List<Flows> days = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= hours.size(); i++) {
      if (i == hours.size() || !date(zone, hours.get(i)).equals(date(zone, hours.get(from)))) {
        days.add(sum(hours.subList(from, i)));
        from = i;
      }
    }
    return days;
  }

  private static Object date(ZoneId zone, Flows hour) {
    return hour.start().atZone(zone).toLocalDate();
  }

  /** Means are weighted with the time the bikes were known. */
  static Flows sum(List<Flows> hours) {
    return new Flows(
        hours.getFirst().start(),
        hours.getLast().end(),
        hours.stream().mapToInt(Flows::arrivals).sum(),
        hours.stream().mapToInt(Flows::departures).sum(),
        hours.stream().mapToInt(Flows::netUnobserved).sum(),
        first(hours, Flows::openingBikes),
        first(hours.reversed(), Flows::closingBikes),
        range(hours, Flows::bikes),
        range(hours, Flows::docks),
        mean(hours, Flows::meanBrokenDocks),
        hours.stream().mapToInt(Flows::suspectedRebalancing).sum(),
        total(hours, Flows::empty),
        total(hours, Flows::full),
        total(hours, Flows::unknown),
        total(hours, Flows::closed),
        total(hours, Flows::known),
        first(hours.reversed(), Flows::capacity));
  }

  static Duration total(List<Flows> flows, Function<Flows, Duration> measure) {
    return flows.stream().map(measure).reduce(Duration.ZERO, Duration::plus);
  }

  static Instant end(List<Flows> flows, Instant otherwise) {
    return flows.isEmpty() ? otherwise : flows.getLast().end();
  }

  private static <T> @Nullable T first(List<Flows> hours, Function<Flows, @Nullable T> value) {
    return hours.stream().map(value).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Flows.@Nullable Range range(
      List<Flows> hours, Function<Flows, Flows.@Nullable Range> of) {
    Double mean = mean(hours, hour -> of.apply(hour) == null ? null : middle(of.apply(hour)));
    if (mean == null) {
      return null;
    }
    List<Flows.Range> ranges = hours.stream().map(of).filter(Objects::nonNull).toList();
    return new Flows.Range(
        ranges.stream().mapToInt(Flows.Range::min).min().orElseThrow(),
        mean,
        ranges.stream().mapToInt(Flows.Range::max).max().orElseThrow());
  }

  private static @Nullable Double middle(Flows.@Nullable Range range) {
    return range == null ? null : Double.valueOf(range.mean());
  }

  private static @Nullable Double mean(List<Flows> hours, Function<Flows, @Nullable Double> of) {
    double sum = 0;
    long millis = 0;
    for (Flows hour : hours) {
      Double value = of.apply(hour);
      if (value != null) {
        sum += value * hour.known().toMillis();
        millis += hour.known().toMillis();
      }
    }
    return millis == 0 ? null : Double.valueOf(sum / millis);
  }
}
