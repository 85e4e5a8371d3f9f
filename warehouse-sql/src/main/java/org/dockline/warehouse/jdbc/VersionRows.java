package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationVersion;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.dimension.DatedVersion;
import org.jspecify.annotations.Nullable;

/** The rows of {@code staging_station_version} and of {@code dim_station}. */
final class VersionRows {

  /** The end of a version that still holds. */
  static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

  /** Where the first version begins to serve facts: those before its first poll find it too. */
  static final Instant EVER = Instant.parse("1900-01-01T00:00:00Z");

  private static final List<String> FACTS =
      List.of("name", "address", "latitude", "longitude", "capacity", "banking", "bonus");

  static final List<String> STAGED = withFacts("stage_id", "station_id", "valid_from");

  static final List<String> KEPT =
      withFacts(
          "station_key",
          "contract",
          "station_id",
          "since_date",
          "valid_from",
          "valid_to",
          "effective_from",
          "is_current",
          "excluded_reason");

  /**
   * A row of {@code dim_station}.
   *
   * @param validTo exclusive; {@link #FOR_EVER} for the last
   * @param effectiveFrom from when on facts belong to it
   * @param excludedReason see {@code StationExclusion}; null when it is part of statistics
   */
  record Kept(
      DatedVersion dated,
      Instant validTo,
      Instant effectiveFrom,
      @Nullable String excludedReason) {}

  private VersionRows() {}

  static void stage(StationDay day, long stageId, Batch batch) throws SQLException {
    for (StationVersion version : day.versions()) {
      batch.add(
          row -> {
            row.number(stageId).text(version.key().stationId()).time(version.validFrom());
            bindFacts(version, row);
          });
    }
  }

  static void bind(Kept kept, RowBinder row) throws SQLException {
    StationVersion v = kept.dated().version();
    row.number(v.key().stableHash()).text(v.key().contract()).text(v.key().stationId());
    row.date(kept.dated().since()).time(v.validFrom()).time(kept.validTo());
    row.time(kept.effectiveFrom()).flag(kept.validTo().equals(FOR_EVER));
    row.text(kept.excludedReason());
    bindFacts(v, row);
  }

  static Kept read(String contract, RowReader row) throws SQLException {
    return new Kept(
        new DatedVersion(readVersion(contract, row), row.date("since_date")),
        row.time("valid_to"),
        row.time("effective_from"),
        row.findText("excluded_reason"));
  }

  static StationVersion readVersion(String contract, RowReader row) throws SQLException {
    return new StationVersion(
        new StationKey(contract, row.text("station_id")),
        new Place(
            row.findText("name"),
            row.findText("address"),
            row.findReal("latitude"),
            row.findReal("longitude")),
        row.findCount("capacity"),
        row.findFlag("banking"),
        row.findFlag("bonus"),
        row.time("valid_from"));
  }

  private static void bindFacts(StationVersion v, RowBinder row) throws SQLException {
    row.text(v.place().name()).text(v.place().address());
    row.real(v.place().latitude()).real(v.place().longitude());
    row.count(v.capacity()).flag(v.banking()).flag(v.bonus());
  }

  private static List<String> withFacts(String... before) {
    return Stream.concat(Arrays.stream(before), FACTS.stream()).toList();
  }
}
