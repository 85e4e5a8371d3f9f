package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.history.StationHistory.Part;
import org.dockline.station.ContractDay;
import org.dockline.station.ObservationTime;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.HeldObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationFlows;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * The part of a history that the warehouse answers: computed from the observations it keeps, by the
 * rule that computed its hours. Of long past days it keeps only the hours; these are told as hours.
 *
 * @param part what it answers
 * @param seed the state at the boundary; nothing when the interval ends before it
 * @param coarseBefore before this only hours are kept; null when nothing finer is lacking
 */
record BatchPart(Part part, StationClose seed, @Nullable Instant coarseBefore) {

  /** No warehouse, or one that has nothing. */
  static final BatchPart NOTHING = new BatchPart(Part.EMPTY, StationClose.NOTHING, null);

  /** What the warehouse keeps of the days asked for. */
  private record Kept(
      StationKey key,
      ZoneId zone,
      Instant midnight,
      Instant end,
      StationClose seed,
      List<HeldObservation> runs,
      List<Flows> hours) {

    StationFlows flows(List<Instant> edges) {
      return FlowCalculator.betweenRuns(key, edges, seed, runs);
    }
  }

  /**
   * Asks for [from, to), or up to the boundary if that comes first.
   *
   * @param boundary up to when the warehouse answers: a local midnight
   */
  static BatchPart read(
      Warehouse warehouse,
      Instant boundary,
      StationKey key,
      ZoneId zone,
      Instant from,
      Instant to,
      Step step) {
    StationClose seed =
        boundary.isBefore(to) ? closeBefore(warehouse, key, zone, boundary) : StationClose.NOTHING;
    Instant end = boundary.isBefore(to) ? boundary : to;
    if (!from.isBefore(end)) {
      return new BatchPart(Part.EMPTY, seed, null);
    }
    Kept kept = kept(warehouse, key, zone, from, end);
    Instant detailed = detailedFrom(kept);
    return detailed.isAfter(from)
        ? coarse(warehouse, kept, from, detailed, end, step).withSeed(seed, detailed)
        : new BatchPart(detailed(kept, from, end, step), seed, null);
  }

  private BatchPart withSeed(StationClose other, Instant before) {
    return new BatchPart(part, other, before);
  }

  private static Kept kept(
      Warehouse warehouse, StationKey key, ZoneId zone, Instant from, Instant end) {
    Instant midnight = ContractDay.of("", from, zone).start();
    Instant lastMidnight = ContractDay.of("", end.minusMillis(1), zone).end();
    return new Kept(
        key,
        zone,
        midnight,
        lastMidnight,
        closeBefore(warehouse, key, zone, midnight),
        runs(warehouse, key, midnight, lastMidnight),
        hours(warehouse, key, zone, midnight, lastMidnight));
  }

  private static List<HeldObservation> runs(
      Warehouse warehouse, StationKey key, Instant from, Instant to) {
    return warehouse.listPoints(key, from, to).stream().map(StationPoint::held).toList();
  }

  /** The state that the day before a local midnight left. */
  private static StationClose closeBefore(
      Warehouse warehouse, StationKey key, ZoneId zone, Instant midnight) {
    LocalDate date = midnight.atZone(zone).toLocalDate().minusDays(1);
    return warehouse.findClose(key, date).orElse(StationClose.NOTHING);
  }

  private static Part detailed(Kept kept, Instant from, Instant end, Step step) {
    StationFlows flows = kept.flows(step.edges(kept.zone(), from, end));
    return new Part(asLoaded(kept, step, flows.flows()), flows.timeline().segments());
  }

  /** Whole hours and days are told as they were loaded, for which more may have been known. */
  private static List<Flows> asLoaded(Kept kept, Step step, List<Flows> told) {
    if (!step.ofWholeHours()) {
      return told;
    }
    List<Flows> again =
        kept.flows(Step.HOUR.edges(kept.zone(), kept.midnight(), kept.end())).flows();
    return told.stream().map(flows -> asLoaded(kept, again, flows)).toList();
  }

  private static Flows asLoaded(Kept kept, List<Flows> again, Flows told) {
    List<Flows> loaded = within(kept.hours(), told);
    boolean whole =
        !loaded.isEmpty()
            && loaded.getFirst().start().equals(told.start())
            && loaded.getLast().end().equals(told.end());
    return !whole || loaded.equals(within(again, told)) ? told : CoarseHours.sum(loaded);
  }

  private static List<Flows> within(List<Flows> hours, Flows step) {
    return hours.stream()
        .filter(h -> !h.start().isBefore(step.start()) && !h.end().isAfter(step.end()))
        .toList();
  }

  private static BatchPart coarse(
      Warehouse warehouse, Kept kept, Instant from, Instant detailed, Instant end, Step step) {
    List<Flows> hours =
        kept.hours().stream()
            .filter(hour -> hour.end().isAfter(from) && hour.start().isBefore(detailed))
            .filter(hour -> hour.start().isBefore(end))
            .toList();
    List<Flows> flows = new ArrayList<>(CoarseHours.in(step, kept.zone(), hours));
    if (!detailed.isBefore(end)) {
      return new BatchPart(new Part(flows, List.of()), StationClose.NOTHING, detailed);
    }
    Part rest =
        detailed(kept(warehouse, kept.key(), kept.zone(), detailed, end), detailed, end, step);
    flows.addAll(rest.flows());
    return new BatchPart(new Part(flows, rest.segments()), StationClose.NOTHING, detailed);
  }

  /**
   * The midnight after the last day whose hours know more than its observations tell; the first
   * midnight when there is none. What was seen right before the first day that was ever loaded
   * counts in its hours and is no observation of it, hence the margin.
   */
  private static Instant detailedFrom(Kept kept) {
    Instant from = kept.midnight();
    List<Flows> told =
        kept.flows(Step.HOUR.edges(kept.zone(), kept.midnight(), kept.end())).flows();
    for (ContractDay day = ContractDay.of("", kept.midnight(), kept.zone());
        day.start().isBefore(kept.end());
        day = day.next()) {
      Duration lacking = known(kept.hours(), day).minus(known(told, day));
      if (lacking.compareTo(ObservationTime.VOUCHES) > 0) {
        from = day.end();
      }
    }
    return from;
  }

  private static Duration known(List<Flows> hours, ContractDay day) {
    List<Flows> own = hours.stream().filter(hour -> day.contains(hour.start())).toList();
    return CoarseHours.total(own, Flows::known).plus(CoarseHours.total(own, Flows::closed));
  }

  /** Every local hour; one that the warehouse has no row for is an unknown one. */
  private static List<Flows> hours(
      Warehouse warehouse, StationKey key, ZoneId zone, Instant from, Instant to) {
    Map<Instant, Flows> loaded = new HashMap<>();
    for (StationHour hour : warehouse.listHours(key, from, to)) {
      loaded.put(hour.flows().start(), hour.flows());
    }
    List<Instant> edges = Step.HOUR.edges(zone, from, to);
    return FlowCalculator.between(key, edges, StationClose.NOTHING, List.of()).flows().stream()
        .map(unknown -> loaded.getOrDefault(unknown.start(), unknown))
        .toList();
  }
}
