package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.ContractDay;
import org.dockline.station.flow.StationDay;
import org.jspecify.annotations.Nullable;

/** The shape of a table that is filled from station-days, by way of a staging table. */
interface DayRows {

  /** All shapes that are copied from staging as they are; see {@link VersionRows} for the other. */
  static List<DayRows> all() {
    return List.of(new PointRows(), new HourRows(), new EpisodeRows(), new CloseRows());
  }

  /** The table that keeps the rows. */
  String table();

  /** The staging table. */
  String staging();

  /** Those of the table that keeps the rows. */
  List<String> columns();

  /** Those of the staging table, in the order in which {@link #stage} binds them. */
  default List<String> stagingColumns() {
    return Stream.concat(Stream.of("stage_id"), columns().stream()).toList();
  }

  /** The conditions that pick what is staged of a day, to be asked one after the other. */
  default List<String> staged(StagedParts parts) {
    return List.of(parts.condition());
  }

  /** The columns the kept rows are sorted by. */
  List<String> order();

  /** The time column that tells the day of a kept row; null where {@code local_date} does. */
  @Nullable String timeColumn();

  /** What limits the kept rows to one day; {@link #bindDay} binds its parameters. */
  default String ofDay() {
    String time = timeColumn();
    return time == null ? "local_date = ?" : time + " >= ? AND " + time + " < ?";
  }

  /** See {@link #ofDay}. */
  default void bindDay(RowBinder row, ContractDay day) throws SQLException {
    if (timeColumn() == null) {
      row.date(day.date());
    } else {
      row.time(day.start()).time(day.end());
    }
  }

  /**
   * Adds a station's day to the batch that fills the staging table.
   *
   * @param stageId the number of the writer's part for this day
   */
  void stage(StationDay day, long stationKey, long stageId, Batch batch) throws SQLException;
}
