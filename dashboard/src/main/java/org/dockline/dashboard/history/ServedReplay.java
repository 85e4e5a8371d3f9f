package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.flow.HeldObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationTimeline;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.warehouse.Insights;
import org.dockline.warehouse.Insights.PlacedStation;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Days as they were seen. A day lies on one side of the boundary, which is a local midnight: the
 * warehouse tells those before it from the observations that it keeps, recent observations tell the
 * others.
 */
public final class ServedReplay {

  private final @Nullable Supplier<Warehouse> warehouse;
  private final Supplier<Insights> insights;
  private final RecentObservations recent;

  /**
   * Joins these.
   *
   * @param warehouse null when none is configured
   * @param insights asked only when the warehouse answers
   */
  public ServedReplay(
      @Nullable Supplier<Warehouse> warehouse,
      Supplier<Insights> insights,
      RecentObservations recent) {
    this.warehouse = warehouse;
    this.insights = insights;
    this.recent = recent;
  }

  /** What the warehouse gives: the day itself, or the state that recent observations go on from. */
  private record Loaded(
      Map<StationKey, List<Segment>> stations,
      Map<StationKey, Place> places,
      Map<StationKey, StationClose> seeds) {

    static final Loaded NOTHING = new Loaded(Map.of(), Map.of(), Map.of());
  }

  /**
   * A day.
   *
   * @param now until when it is told, when it is not over
   * @param counted whether a station counts: tests and ghosts do not
   */
  public DayReplay ofDay(ContractDay day, Instant now, Predicate<StationKey> counted) {
    Instant to = day.end().isBefore(now) ? day.end() : now;
    StableRead.Outcome<Loaded> read =
        StableRead.ask(
            warehouse,
            day.contract(),
            (open, boundary) -> load(open, boundary, day),
            Loaded.NOTHING);
    Instant boundary = read.boundary();
    boolean told = boundary != null && day.start().isBefore(boundary);
    Instant stateAt = boundary == null ? day.start().minus(ServedHistory.RUN_UP) : boundary;
    ContractStretch stretch =
        ContractStretch.read(
            recent,
            day.contract(),
            new ContractStretch.Start(stateAt, read.answer().seeds()),
            told ? to : day.start(),
            to,
            counted);
    Map<StationKey, List<Segment>> stations = new TreeMap<>(read.answer().stations());
    stations.keySet().removeIf(counted.negate());
    Map<StationKey, Place> places = new TreeMap<>(read.answer().places());
    stretch.stations().forEach((key, flows) -> addTo(stations, key, flows.timeline().segments()));
    if (stretch.found() != null) {
      stretch.found().stations().forEach((key, own) -> places.put(key, own.getLast().place()));
    }
    return new DayReplay(day, to, stations, places, stretch.joined(read, to));
  }

  private static void addTo(
      Map<StationKey, List<Segment>> stations, StationKey key, List<Segment> segments) {
    if (segments.stream().anyMatch(segment -> segment.source() != null)) {
      stations.put(key, segments);
    }
  }

  private Loaded load(Warehouse open, Instant boundary, ContractDay day) {
    Map<StationKey, Place> places = new TreeMap<>();
    for (PlacedStation s : insights.get().listStations(day.contract(), day.date())) {
      places.put(s.key(), new Place(s.name(), null, s.latitude(), s.longitude()));
    }
    if (!day.start().isBefore(boundary)) {
      ContractDay last = ContractDay.of(day.contract(), boundary, day.zone()).previous();
      return new Loaded(Map.of(), places, open.closes(day.contract(), last.date()));
    }
    return new Loaded(kept(open, day, places.keySet()), places, Map.of());
  }

  /** Nothing when the day's observations are no longer kept: its opening state is not the day. */
  private static Map<StationKey, List<Segment>> kept(
      Warehouse open, ContractDay day, Set<StationKey> placed) {
    Map<StationKey, List<StationPoint>> points =
        open.listContractPoints(day.contract(), day.start(), day.end());
    Map<StationKey, List<Segment>> stations = new TreeMap<>();
    if (points.isEmpty()) {
      return stations;
    }
    Map<StationKey, StationClose> seeds = open.closes(day.contract(), day.previous().date());
    Set<StationKey> keys = new TreeSet<>(points.keySet());
    keys.addAll(seeds.keySet());
    keys.retainAll(placed);
    for (StationKey key : keys) {
      List<HeldObservation> runs =
          points.getOrDefault(key, List.of()).stream().map(StationPoint::held).toList();
      StationClose seed = seeds.getOrDefault(key, StationClose.NOTHING);
      addTo(stations, key, StationTimeline.ofRuns(day.start(), day.end(), seed, runs).segments());
    }
    return stations;
  }
}
