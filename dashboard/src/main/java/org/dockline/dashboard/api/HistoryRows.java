package org.dockline.dashboard.api;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.Step;
import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.station.flow.TimedObservation;
import org.dockline.station.rows.ObservationColumns;
import org.jspecify.annotations.Nullable;

/** A history as it is told; its figures have the names of the warehouse's views. */
final class HistoryRows {

  private static final List<String> STEPS =
      List.of(
          "start",
          "end",
          "local_start",
          "arrivals",
          "departures",
          "net_flow",
          "net_unobserved",
          "opening_bikes",
          "closing_bikes",
          "min_bikes",
          "mean_bikes",
          "max_bikes",
          "min_docks",
          "mean_docks",
          "max_docks",
          "mean_broken_docks",
          "suspected_rebalancing",
          "minutes_empty",
          "minutes_full",
          "minutes_unknown",
          "minutes_closed",
          "minutes_known",
          "coverage",
          "capacity");

  private static final List<String> TIMES =
      List.of(
          "start",
          "end",
          ObservationColumns.BIKES,
          ObservationColumns.DOCKS,
          ObservationColumns.MECHANICAL_BIKES,
          ObservationColumns.ELECTRICAL_BIKES,
          ObservationColumns.CAPACITY,
          ObservationColumns.STATUS,
          StationRows.UNKNOWN_REASON,
          ObservationColumns.SOURCE);

  private HistoryRows() {}

  static void tell(Told told, StationHistory history, ZoneId zone) {
    told.fact(ObservationColumns.CONTRACT, history.key().contract());
    told.fact(ObservationColumns.STATION_ID, history.key().stationId());
    told.fact("time_zone", zone.getId());
    told.fact("step", history.step().text());
    told.fact("loaded_through", history.boundary());
    told.fact("recent_as_of", history.recentAsOf());
    told.fact("partial", history.partial());
    told.fact("stale", history.stale());
    told.fact("hours_only_before", history.coarseBefore());
    told.fact("warehouse_problem", history.warehouseProblem() == null ? null : "away");
    told.fact("recent_problem", history.recentProblem() == null ? null : "unreadable");
    if (history.step() == Step.RAW) {
      told.rows("times", TIMES);
      history.segments().forEach(segment -> told.row(values(segment)));
    } else {
      told.rows("steps", STEPS);
      history.flows().forEach(flows -> told.row(values(flows, zone)));
    }
    told.endRows();
  }

  /** The same for two histories that are told alike. */
  static long fingerprint(StationHistory h, ZoneId zone) {
    long rows = h.step() == Step.RAW ? h.segments().hashCode() : h.flows().hashCode();
    return rows * 31
        + Objects.hash(h.step(), zone, h.boundary(), h.recentAsOf(), h.partial(), h.stale());
  }

  private static @Nullable Object[] values(Flows f, ZoneId zone) {
    return new @Nullable Object[] {
      f.start(),
      f.end(),
      f.start().atZone(zone).toLocalDateTime(),
      f.arrivals(),
      f.departures(),
      f.arrivals() - f.departures(),
      f.netUnobserved(),
      f.openingBikes(),
      f.closingBikes(),
      f.bikes() == null ? null : f.bikes().min(),
      f.bikes() == null ? null : f.bikes().mean(),
      f.bikes() == null ? null : f.bikes().max(),
      f.docks() == null ? null : f.docks().min(),
      f.docks() == null ? null : f.docks().mean(),
      f.docks() == null ? null : f.docks().max(),
      f.meanBrokenDocks(),
      f.suspectedRebalancing(),
      minutes(f.empty()),
      minutes(f.full()),
      minutes(f.unknown()),
      minutes(f.closed()),
      minutes(f.known()),
      f.coverage(),
      f.capacity()
    };
  }

  private static double minutes(Duration duration) {
    return duration.toMillis() / 60_000.0;
  }

  private static @Nullable Object[] values(Segment s) {
    TimedObservation by = s.source();
    Known known = s.availability() instanceof Known k ? k : null;
    return new @Nullable Object[] {
      s.from(),
      s.to(),
      known == null ? null : known.bikes(),
      known == null ? null : known.docks(),
      known == null || by == null ? null : by.observation().counts().mechanicalBikes(),
      known == null || by == null ? null : by.observation().counts().electricalBikes(),
      by == null ? null : by.observation().counts().capacity(),
      by == null ? null : by.observation().status().name().toUpperCase(Locale.ROOT),
      s.availability() instanceof Unknown unknown ? unknown.reason() : null,
      by == null ? null : by.observation().source()
    };
  }
}
