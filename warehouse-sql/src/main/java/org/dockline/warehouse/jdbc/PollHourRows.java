package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.station.PollHour;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;

/** The rows of {@code fact_poll_hour}. */
final class PollHourRows {

  private static final List<String> COLUMNS =
      List.of(
          "source",
          "contract",
          "hour_start_utc",
          "calls",
          "failures",
          "not_modified",
          "latency_p50_ms",
          "latency_p95_ms",
          "latency_max_ms",
          "bytes",
          "stations",
          "gaps");

  private PollHourRows() {}

  static void replace(Sql sql, String contract, Instant from, Instant to, List<PollHour> hours)
      throws SQLException {
    sql.update(
        "DELETE FROM bikes.fact_poll_hour"
            + " WHERE contract = ? AND hour_start_utc >= ? AND hour_start_utc < ?",
        row -> row.text(contract).time(from).time(to));
    try (Batch insert = Batch.insert(sql.connection(), "bikes.fact_poll_hour", COLUMNS, 1_000)) {
      for (PollHour hour : hours) {
        insert.add(row -> bind(hour, row));
      }
      insert.send();
    }
  }

  static List<PollHour> list(Sql sql, String contract, Instant from, Instant to)
      throws SQLException {
    return sql.list(
        "SELECT * FROM bikes.v_api_response_time"
            + " WHERE contract = ? AND hour_start_utc >= ? AND hour_start_utc < ?"
            + " ORDER BY source, hour_start_utc",
        row -> row.text(contract).time(from).time(to),
        PollHourRows::read);
  }

  private static void bind(PollHour hour, RowBinder row) throws SQLException {
    row.text(hour.source().text()).text(hour.contract()).time(hour.start());
    row.count(hour.calls()).count(hour.failures()).count(hour.notModified());
    PollHour.Latency latency = hour.latency();
    row.count(latency == null ? null : millis(latency.p50()));
    row.count(latency == null ? null : millis(latency.p95()));
    row.count(latency == null ? null : millis(latency.max()));
    row.number(hour.bytes()).number(hour.stations()).count(hour.gaps());
  }

  private static PollHour read(RowReader row) throws SQLException {
    return new PollHour(
        Source.find(row.text("source")).orElseThrow(),
        row.text("contract"),
        row.time("hour_start_utc"),
        row.count("calls"),
        row.count("failures"),
        row.count("not_modified"),
        latency(row),
        row.number("bytes"),
        row.number("stations"),
        row.count("gaps"));
  }

  private static PollHour.@Nullable Latency latency(RowReader row) throws SQLException {
    Integer p50 = row.findCount("latency_p50_ms");
    return p50 == null
        ? null
        : new PollHour.Latency(
            Duration.ofMillis(p50),
            Duration.ofMillis(row.count("latency_p95_ms")),
            Duration.ofMillis(row.count("latency_max_ms")));
  }

  private static Integer millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
