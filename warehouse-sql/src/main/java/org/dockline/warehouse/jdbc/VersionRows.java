package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationVersion;
import org.dockline.station.dimension.DatedVersion;
import org.dockline.station.flow.StationDay;

/** The rows of {@code staging_station_version} and of {@code station_said}. */
final class VersionRows {

  private static final List<String> FACTS =
      List.of("name", "address", "latitude", "longitude", "capacity", "banking", "bonus");

  static final List<String> STAGED = withFacts("stage_id", "station_id", "valid_from");

  static final StationTable<DatedVersion> SAID =
      new StationTable<>(
          "bikes.station_said",
          withFacts("station_key", "since_date", "valid_from"),
          "t.since_date, t.valid_from",
          (key, row) -> new DatedVersion(readVersion(key, row), row.date("since_date")),
          (key, said, row) -> {
            row.number(key.stableHash()).date(said.since()).time(said.version().validFrom());
            bindFacts(said.version(), row);
          });

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

  static StationVersion readVersion(StationKey key, RowReader row) throws SQLException {
    return new StationVersion(
        key,
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

  static void bindFacts(StationVersion v, RowBinder row) throws SQLException {
    row.text(v.place().name()).text(v.place().address());
    row.real(v.place().latitude()).real(v.place().longitude());
    row.count(v.capacity()).flag(v.banking()).flag(v.bonus());
  }

  /** Some columns, and after them those that {@link #bindFacts} binds. */
  static List<String> withFacts(String... before) {
    return Stream.concat(Arrays.stream(before), FACTS.stream()).toList();
  }
}
