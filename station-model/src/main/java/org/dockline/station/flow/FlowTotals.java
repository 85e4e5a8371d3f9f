package org.dockline.station.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The measures of one interval added up over stations, or over intervals of the same stations. What
 * can't be added (least, most, opening, closing) is not here.
 *
 * @param start inclusive
 * @param end exclusive
 * @param stations stations of which the interval tells; of several intervals, the most
 * @param arrivals see {@link Flows}, as the others
 * @param bikeTime known bikes times the milliseconds they were known
 */
public record FlowTotals(
    Instant start,
    Instant end,
    int stations,
    long arrivals,
    long departures,
    long netUnobserved,
    long suspectedRebalancing,
    Duration empty,
    Duration full,
    Duration unknown,
    Duration closed,
    Duration known,
    double bikeTime) {

  /** Of no station. */
  public static FlowTotals none(Instant start, Instant end) {
    Duration zero = Duration.ZERO;
    return new FlowTotals(start, end, 0, 0, 0, 0, 0, zero, zero, zero, zero, zero, 0);
  }

  /** Of one station. */
  public static FlowTotals of(Flows f) {
    return new FlowTotals(
        f.start(),
        f.end(),
        1,
        f.arrivals(),
        f.departures(),
        f.netUnobserved(),
        f.suspectedRebalancing(),
        f.empty(),
        f.full(),
        f.unknown(),
        f.closed(),
        f.known(),
        f.bikes() == null ? 0 : f.bikes().mean() * f.known().toMillis());
  }

  /** The same interval, with other stations. */
  public FlowTotals with(FlowTotals others) {
    return sum(others, start, end, stations + others.stations);
  }

  /** The same stations, from this start to that end. */
  public FlowTotals then(FlowTotals later) {
    return sum(later, start, later.end, Math.max(stations, later.stations));
  }

  private FlowTotals sum(FlowTotals o, Instant from, Instant to, int count) {
    return new FlowTotals(
        from,
        to,
        count,
        arrivals + o.arrivals,
        departures + o.departures,
        netUnobserved + o.netUnobserved,
        suspectedRebalancing + o.suspectedRebalancing,
        empty.plus(o.empty),
        full.plus(o.full),
        unknown.plus(o.unknown),
        closed.plus(o.closed),
        known.plus(o.known),
        bikeTime + o.bikeTime);
  }

  /** Known / (known + unknown + closed) time, 0..1; null without any time. */
  public @Nullable Double coverage() {
    long all = known.plus(unknown).plus(closed).toMillis();
    return all == 0 ? null : (double) known.toMillis() / all;
  }

  /** Time empty / known time, 0..1; null when nothing is known. */
  public @Nullable Double shareEmpty() {
    return share(empty);
  }

  /** Time full / known time, 0..1; null when nothing is known. */
  public @Nullable Double shareFull() {
    return share(full);
  }

  private @Nullable Double share(Duration part) {
    return known.isZero() ? null : (double) part.toMillis() / known.toMillis();
  }

  /** Bikes in a station, mean over its known time; null without any. */
  public @Nullable Double meanBikesPerStation() {
    return known.isZero() ? null : bikeTime / known.toMillis();
  }
}
