package org.dockline.warehouse.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.StationKey;
import org.dockline.station.StationVersion;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.wire.StationCloseJson;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/** The rows of {@code station_day_close}: a {@link StationClose} without any loss. */
final class CloseRows implements DayRows {

  private static final List<String> COLUMNS =
      List.of(
          "station_key",
          "local_date",
          "close_json",
          "close_hash",
          "first_version_at",
          "observations",
          "duplicates");

  @Override
  public String table() {
    return "bikes.station_day_close";
  }

  @Override
  public String staging() {
    return "bikes.staging_day_close";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  /** The station's id goes with them, for the dimension. */
  @Override
  public List<String> stagingColumns() {
    return Stream.concat(Stream.of("stage_id", "station_id"), COLUMNS.stream()).toList();
  }

  @Override
  public List<String> order() {
    return List.of("station_key", "local_date");
  }

  @Override
  public @Nullable String timeColumn() {
    return null;
  }

  @Override
  public void stage(StationDay day, long stationKey, long stageId, Batch batch)
      throws SQLException {
    byte[] close = StationCloseJson.encode(day.flows().close());
    batch.add(
        row -> {
          row.number(stageId).text(day.flows().key().stationId());
          row.number(stationKey).date(day.day().date());
          row.text(new String(close, StandardCharsets.UTF_8)).number(hash(close));
          row.time(day.versions().stream().map(StationVersion::validFrom).findFirst().orElse(null));
          row.count(day.observations()).count(day.duplicates());
        });
  }

  static StationClose read(RowReader row) throws SQLException {
    String json = row.text("close_json");
    try {
      return StationCloseJson.decode(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new WarehouseException(
          "The warehouse holds a close of " + key(row) + " that can't be read: " + json, e);
    }
  }

  static StationKey key(RowReader row) throws SQLException {
    return new StationKey(row.text("contract"), row.text("station_id"));
  }

  /** Two closes with one hash are the same, whatever the database's collation makes of texts. */
  private static long hash(byte[] close) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(close)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
