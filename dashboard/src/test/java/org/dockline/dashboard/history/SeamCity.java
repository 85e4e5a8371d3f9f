package org.dockline.dashboard.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dockline.station.ContractDay;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationFlows;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.Loader;
import org.jspecify.annotations.Nullable;

/** One city and what was seen of it in two local days and the first hours of a third. */
final class SeamCity {
  /** Over the last Sunday of March, when Paris has a day of 23 hours. */
  private static final LocalDate FIRST = LocalDate.parse("2026-03-28");

  final ZoneId zone;
  final ContractDay first;
  final Instant start;
  final Instant end;
  final Map<StationKey, List<StationObservation>> seen = new TreeMap<>();
  private final Function<Clock, Warehouse> opener;
  private final Map<Integer, Warehouse> loaded = new HashMap<>();
  private @Nullable Warehouse half;

  /**
   * Makes it up.
   *
   * @param turmoils how many stations of which anything may be told
   * @param opener opens an empty warehouse, whose loads happen at that time
   */
  SeamCity(ZoneId zone, int turmoils, Function<Clock, Warehouse> opener) {
    this.zone = zone;
    this.opener = opener;
    first = new ContractDay("city", FIRST, zone);
    start = first.start();
    end = first.next().end().plus(Duration.ofMinutes(150));
    SeamStory story = new SeamStory(start, end, first.end());
    put("outage", story.outage());
    put("leaves", story.leaves());
    put("comes", story.comes());
    put("moves", story.movesToAnotherSource());
    for (int seed = 1; seed <= turmoils; seed++) {
      StationKey key = new StationKey("city", "turmoil-" + seed);
      seen.put(key, sequence(RandomHistory.of(seed, key, start, end)));
    }
  }

  private void put(String id, List<StationObservation> story) {
    seen.put(new StationKey("city", id), sequence(story));
  }

  /** Nothing was seen before the first day, which is the first that is ever loaded. */
  private List<StationObservation> sequence(List<StationObservation> story) {
    return ObservationSequence.of(
            story.stream().filter(o -> !o.observedAt().isBefore(start)).toList())
        .observations();
  }

  List<StationObservation> all() {
    return seen.values().stream().flatMap(List::stream).toList();
  }

  /** The truth: everything in one piece, minute by minute. */
  StationFlows truth(StationKey key, List<Instant> edges) {
    return FlowCalculator.between(key, edges, StationClose.NOTHING, seen.get(key));
  }

  /** With so many days in it; must not be changed. */
  Warehouse loaded(int days) {
    return loaded.computeIfAbsent(days, n -> loaded(n, all(), end));
  }

  /** The first day, loaded earlier, while every other observation had not arrived yet. */
  Warehouse halfLoaded() {
    if (half == null) {
      half = loaded(1, everyOther(), end.minusSeconds(60));
    }
    return half;
  }

  private List<StationObservation> everyOther() {
    List<StationObservation> all = all();
    List<StationObservation> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 2) {
      some.add(all.get(i));
    }
    return some;
  }

  private Warehouse loaded(int days, List<StationObservation> from, Instant when) {
    Warehouse warehouse = opener.apply(Clock.fixed(when, ZoneOffset.UTC));
    ContractDay day = first;
    for (int i = 0; i < days; i++) {
      load(warehouse, day, from);
      day = day.next();
    }
    return warehouse;
  }

  /** As the batch does: a station that is not remembered has no day. */
  private static void load(Warehouse warehouse, ContractDay day, List<StationObservation> from) {
    Loader loader = new Loader(warehouse);
    loader.replace(
        day,
        loader.compute(day, from).stream()
            .filter(station -> station.flows().close().rememberedAt(day.start()))
            .toList());
  }

  /** Closes every warehouse that was opened. */
  void end() {
    loaded.values().forEach(Warehouse::close);
    if (half != null) {
      half.close();
    }
  }

  @Override
  public String toString() {
    return zone.getId();
  }
}
