package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.Availability;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationStatus;
import org.dockline.station.flow.HeldObservation;
import org.dockline.station.flow.StationDay;
import org.dockline.station.flow.TimedObservation;
import org.dockline.warehouse.StationPoint;
import org.jspecify.annotations.Nullable;

/** The rows of {@code fact_observation}. */
final class PointRows implements DayRows {

  static final List<String> COLUMNS =
      List.of(
          "station_key",
          "observed_at",
          "polled_at",
          "source",
          "local_time",
          "reported_at",
          "feed_updated_at",
          "status",
          "unknown_reason",
          "capacity",
          "bikes",
          "docks",
          "mechanical_bikes",
          "electrical_bikes",
          "bikes_disabled",
          "docks_disabled",
          "banking",
          "bonus",
          "connected",
          "overflow",
          "present",
          "last_observed_at",
          "last_polled_at");

  @Override
  public String table() {
    return "bikes.fact_observation";
  }

  @Override
  public String staging() {
    return "bikes.staging_observation";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  /** There are many of them, so they lie by a number of their own and have no index by parts. */
  @Override
  public List<String> stagingColumns() {
    return Stream.concat(Stream.of("stage_row"), COLUMNS.stream()).toList();
  }

  @Override
  public List<String> staged(StagedParts parts) {
    return parts.ids().stream().map(StagedParts::rowsOf).toList();
  }

  @Override
  public List<String> order() {
    return List.of("station_key", "observed_at", "polled_at", "source");
  }

  @Override
  public String timeColumn() {
    return "observed_at";
  }

  @Override
  public void stage(StationDay day, long stationKey, long stageId, Batch batch)
      throws SQLException {
    for (HeldObservation change : day.changes()) {
      batch.add(
          row -> {
            row.number(StagedParts.rowNumber(stageId, batch.added())).number(stationKey);
            bind(change, day.day().zone(), row);
          });
    }
  }

  private static void bind(HeldObservation held, ZoneId zone, RowBinder row) throws SQLException {
    TimedObservation timed = held.first();
    StationObservation o = timed.observation();
    row.time(timed.observedAt()).time(o.polledAt()).text(o.source().text());
    row.localTime(LocalDateTime.ofInstant(timed.observedAt(), zone));
    row.time(o.reportedAt()).time(o.feedUpdatedAt());
    row.text(o.status().name()).text(unknownReason(timed));
    bind(o.counts(), row);
    Flags f = o.flags();
    row.flag(f.banking()).flag(f.bonus()).flag(f.connected()).flag(f.overflow());
    row.flag(o.present()).time(held.lastObservedAt()).time(held.lastPolledAt());
  }

  private static void bind(Counts c, RowBinder row) throws SQLException {
    row.count(c.capacity()).count(c.bikes()).count(c.docks());
    row.count(c.mechanicalBikes()).count(c.electricalBikes());
    row.count(c.bikesDisabled()).count(c.docksDisabled());
  }

  private static @Nullable String unknownReason(TimedObservation timed) {
    return timed.availability() instanceof Availability.Unknown unknown
        ? unknown.reason().name()
        : null;
  }

  /** A row from before the last two columns were kept counts as seen once. */
  static StationPoint read(StationKey key, RowReader row) throws SQLException {
    StationObservation o =
        new StationObservation(
            key,
            StationPoint.NO_PLACE,
            counts(row),
            StationStatus.valueOf(row.text("status")),
            flags(row),
            row.findTime("reported_at"),
            row.findTime("feed_updated_at"),
            row.time("polled_at"),
            Source.find(row.text("source")).orElseThrow(),
            null,
            row.flag("present"));
    TimedObservation first = new TimedObservation(o, row.time("observed_at"));
    Instant lastObservedAt = row.findTime("last_observed_at");
    Instant lastPolledAt = row.findTime("last_polled_at");
    return new StationPoint(
        lastObservedAt == null || lastPolledAt == null
            ? HeldObservation.of(first)
            : new HeldObservation(first, lastObservedAt, lastPolledAt));
  }

  private static Counts counts(RowReader row) throws SQLException {
    return new Counts(
        row.findCount("capacity"),
        row.findCount("bikes"),
        row.findCount("docks"),
        row.findCount("mechanical_bikes"),
        row.findCount("electrical_bikes"),
        row.findCount("bikes_disabled"),
        row.findCount("docks_disabled"));
  }

  private static Flags flags(RowReader row) throws SQLException {
    return new Flags(
        row.findFlag("banking"),
        row.findFlag("bonus"),
        row.findFlag("connected"),
        row.findFlag("overflow"));
  }
}
