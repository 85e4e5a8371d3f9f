package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.DayDigest;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.StationHour;

/** Whole contract-days: their closes, their replacement, their checksums and their ageing. */
final class JdbcDays {

  private static final String OF_DAY =
      " FROM bikes.v_serving_key k JOIN bikes.%s d ON d.station_key = k.station_key"
          + " WHERE k.contract = ? AND ";

  private static final String HOURS =
      "SELECT k.station_id, d.*"
          + OF_DAY.formatted("v_serving_hour")
          + "d.hour_start_utc >= ? AND d.hour_start_utc < ?";

  private static final String POINTS =
      "SELECT k.station_id, d.*"
          + OF_DAY.formatted("v_serving_point")
          + "d.observed_at >= ? AND d.observed_at < ?";

  private static final String EPISODES =
      "SELECT k.station_id, d.*" + OF_DAY.formatted("v_serving_episode") + "d.local_date = ?";

  private static final String CLOSES =
      "SELECT * FROM bikes.v_serving_close WHERE contract = ? AND local_date = ?";

  private final Database database;
  private final Clock clock;

  JdbcDays(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Map<StationKey, StationClose> closes(String contract, LocalDate date) {
    return database.ask(
        "read the closes of " + contract + " " + date,
        sql -> {
          Map<StationKey, StationClose> closes = new TreeMap<>();
          sql.each(
              CLOSES,
              row -> row.text(contract).date(date),
              row -> closes.put(CloseRows.key(row), CloseRows.read(row)));
          return closes;
        });
  }

  Optional<StationClose> findClose(StationKey key, LocalDate date) {
    return database.ask(
        "read the close of " + key + " " + date,
        sql ->
            sql
                .list(
                    "SELECT * FROM bikes.v_serving_close WHERE station_key = ? AND local_date = ?",
                    row -> row.number(key.stableHash()).date(date),
                    CloseRows::read)
                .stream()
                .findFirst());
  }

  List<StationHour> hours(ContractDay day) {
    return database.ask(
        "read the hours of " + day,
        sql ->
            sql.list(
                HOURS + " ORDER BY k.station_id, d.hour_start_utc",
                row -> row.text(day.contract()).time(day.start()).time(day.end()),
                row -> HourRows.read(key(day, row), row)));
  }

  DayTotals replace(String loadId, ContractDay day, DayRead read) {
    return database.work(
        "load " + day,
        sql -> new DayReplacement(sql, database.dialect(), loadId, day).run(read, clock.instant()));
  }

  DayChecksum checksum(ContractDay day) {
    return database.study("check " + day, sql -> checksum(sql, day));
  }

  private static DayChecksum checksum(Sql sql, ContractDay day) throws SQLException {
    DayDigest digest = new DayDigest();
    Sql.Binding interval = row -> row.text(day.contract()).time(day.start()).time(day.end());
    Sql.Binding date = row -> row.text(day.contract()).date(day.date());
    sql.each(POINTS, interval, row -> digest.add(PointRows.read(key(day, row), row)));
    sql.each(HOURS, interval, row -> digest.add(HourRows.read(key(day, row), row)));
    sql.each(EPISODES, date, row -> digest.add(EpisodeRows.read(key(day, row), row)));
    sql.each(CLOSES, date, row -> digest.add(CloseRows.key(row), CloseRows.read(row)));
    return digest.checksum();
  }

  long expire(int daysKept) {
    if (daysKept < 1) {
      throw new IllegalArgumentException(
          "Observations are kept for at least 1 day, not for " + daysKept);
    }
    long expired = 0;
    for (ContractDay day : database.ask("list old days", sql -> Expiry.due(sql, daysKept))) {
      expired +=
          database.work(
              "expire the observations of " + day,
              sql -> Expiry.expire(sql, database.dialect(), day));
    }
    return expired;
  }

  private static StationKey key(ContractDay day, RowReader row) throws SQLException {
    return new StationKey(day.contract(), row.text("station_id"));
  }
}
