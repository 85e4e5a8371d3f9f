package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationDay;
import org.dockline.station.flow.StockoutEpisode;
import org.jspecify.annotations.Nullable;

/** The rows of {@code fact_stockout_episode}. */
final class EpisodeRows implements DayRows {

  @Override
  public String table() {
    return "bikes.fact_stockout_episode";
  }

  @Override
  public String staging() {
    return "bikes.staging_stockout_episode";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "station_key",
        "kind",
        "start_utc",
        "end_utc",
        "local_date",
        "continues_before",
        "continues_after");
  }

  @Override
  public List<String> order() {
    return List.of("station_key", "kind", "start_utc");
  }

  @Override
  public @Nullable String timeColumn() {
    return null;
  }

  @Override
  public void stage(StationDay day, long stationKey, long stageId, Batch batch)
      throws SQLException {
    for (StockoutEpisode e : day.flows().episodes()) {
      batch.add(
          row -> {
            row.number(stageId)
                .number(stationKey)
                .text(e.kind().name())
                .time(e.start())
                .time(e.end());
            row.date(day.day().date()).flag(e.continuesBefore()).flag(e.continuesAfter());
          });
    }
  }

  static StockoutEpisode read(StationKey key, RowReader row) throws SQLException {
    return new StockoutEpisode(
        key,
        StockoutEpisode.Kind.valueOf(row.text("kind")),
        row.time("start_utc"),
        row.time("end_utc"),
        row.flag("continues_before"),
        row.flag("continues_after"));
  }
}
