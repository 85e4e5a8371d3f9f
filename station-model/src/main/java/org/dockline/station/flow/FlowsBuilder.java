package org.dockline.station.flow;

import java.time.Duration;
import java.time.Instant;
import org.dockline.station.Availability;
import org.dockline.station.Availability.Known;
import org.dockline.station.flow.StationTimeline.Sample;
import org.jspecify.annotations.Nullable;

/** Adds up one interval; see {@link Flows} for what is added up. */
final class FlowsBuilder {

  /** A count weighted by time. */
  private static final class Weighted {
    private long millis;
    private long sum;
    private int min = Integer.MAX_VALUE;
    private int max = Integer.MIN_VALUE;

    void add(int count, long forMillis) {
      millis += forMillis;
      sum += count * forMillis;
      min = Math.min(min, count);
      max = Math.max(max, count);
    }

    Flows.@Nullable Range range() {
      return millis == 0 ? null : new Flows.Range(min, (double) sum / millis, max);
    }
  }

  private final Instant start;
  private final Instant end;
  private @Nullable Integer opening;
  private @Nullable Integer closing;
  private @Nullable Integer capacity;
  private int arrivals;
  private int departures;
  private int netUnobserved;
  private int rebalancing;
  private long empty;
  private long full;
  private long unknown;
  private long closed;
  private long known;
  private final Weighted bikes = new Weighted();
  private final Weighted docks = new Weighted();
  private final Weighted broken = new Weighted();

  FlowsBuilder(Instant start, Instant end, StationClose before) {
    this.start = start;
    this.end = end;
    this.opening = before.knownBikes();
    this.closing = opening;
    this.capacity = before.capacity();
  }

  Instant end() {
    return end;
  }

  void add(TimedObservation accepted) {
    Integer said = accepted.observation().counts().capacity();
    capacity = said == null ? capacity : said;
  }

  void add(Sample sample) {
    opening = opening == null ? Integer.valueOf(sample.bikes()) : opening;
    closing = sample.bikes();
    if (!sample.observed()) {
      netUnobserved += sample.change();
    } else if (sample.change() > 0) {
      arrivals += sample.change();
    } else {
      departures -= sample.change();
    }
    rebalancing += sample.suspectedRebalancing() ? 1 : 0;
  }

  /** Adds the part of a segment that lies in this interval; there must be one. */
  void add(StationTimeline.Segment segment) {
    Instant from = segment.from().isBefore(start) ? start : segment.from();
    Instant to = segment.to().isAfter(end) ? end : segment.to();
    long millis = Duration.between(from, to).toMillis();
    switch (segment.availability()) {
      case Known k -> addKnown(k, segment.source(), millis);
      case Availability.Unknown u when u.reason() == Availability.Reason.CLOSED -> closed += millis;
      case Availability.Unknown u -> unknown += millis;
    }
  }

  private void addKnown(Known k, @Nullable TimedObservation source, long millis) {
    known += millis;
    empty += k.empty() ? millis : 0;
    full += k.full() ? millis : 0;
    bikes.add(k.bikes(), millis);
    if (k.docks() != null) {
      docks.add(k.docks(), millis);
    }
    Integer brokenDocks = source == null ? null : source.observation().counts().brokenDocks();
    if (brokenDocks != null) {
      broken.add(brokenDocks, millis);
    }
  }

  Flows build() {
    Flows.Range brokenRange = broken.range();
    return new Flows(
        start,
        end,
        arrivals,
        departures,
        netUnobserved,
        opening,
        closing,
        bikes.range(),
        docks.range(),
        brokenRange == null ? null : brokenRange.mean(),
        rebalancing,
        Duration.ofMillis(empty),
        Duration.ofMillis(full),
        Duration.ofMillis(unknown),
        Duration.ofMillis(closed),
        Duration.ofMillis(known),
        capacity);
  }
}
