package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.warehouse.Insights.RejectedReason;
import org.dockline.warehouse.RejectedRecord;
import org.jspecify.annotations.Nullable;

/** The rows of {@code rejected_record}. */
final class RejectedRows {

  private static final List<String> COLUMNS =
      List.of(
          "topic_partition",
          "topic_offset",
          "polled_at",
          "source",
          "contract",
          "station_id",
          "field",
          "offending_value",
          "reason",
          "raw_text");

  private static final int BATCH = 1_000;
  private static final int REASONS = 50;

  /** Lengths of the columns; what a provider sends may be longer. */
  private static final int CONTRACT = 100;

  private static final int STATION_ID = 400;
  private static final int FIELD = 200;
  private static final int TEXT = 1_000;

  private record Place(int partition, long offset) {}

  private RejectedRows() {}

  static void save(Sql sql, List<RejectedRecord> records) throws SQLException {
    Map<Place, RejectedRecord> once = new LinkedHashMap<>();
    records.forEach(r -> once.put(new Place(r.partition(), r.offset()), r));
    try (Batch delete =
            new Batch(
                sql.connection(),
                "DELETE FROM bikes.rejected_record WHERE topic_partition = ? AND topic_offset = ?",
                BATCH);
        Batch insert = Batch.insert(sql.connection(), "bikes.rejected_record", COLUMNS, BATCH)) {
      for (Place place : once.keySet()) {
        delete.add(row -> row.count(place.partition()).number(place.offset()));
      }
      delete.send();
      for (RejectedRecord rejected : once.values()) {
        insert.add(row -> bind(rejected, row));
      }
      insert.send();
    }
  }

  static List<RejectedRecord> list(Sql sql, Instant from, Instant to, int limit)
      throws SQLException {
    return sql.list(
        "SELECT * FROM bikes.v_rejected_record WHERE polled_at >= ? AND polled_at < ?"
            + " ORDER BY topic_partition, topic_offset OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY",
        row -> row.time(from).time(to).count(limit),
        RejectedRows::read);
  }

  /** Raw texts are long, and no part of a sum: they are left where they are. */
  static List<RejectedReason> reasons(Sql sql, Instant from, Instant to) throws SQLException {
    return sql.list(
        "SELECT * FROM (SELECT topic_partition, topic_offset, polled_at, source, contract,"
            + " station_id, field, offending_value, reason, '' AS raw_text,"
            + " COUNT(*) OVER (PARTITION BY reason, field) AS records,"
            + " ROW_NUMBER() OVER (PARTITION BY reason, field"
            + " ORDER BY polled_at DESC, topic_partition, topic_offset DESC) AS newest_first"
            + " FROM bikes.v_rejected_record WHERE polled_at >= ? AND polled_at < ?) numbered"
            + " WHERE newest_first = 1 ORDER BY records DESC, polled_at DESC"
            + " OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY",
        row -> row.time(from).time(to).count(REASONS),
        row -> new RejectedReason(row.number("records"), read(row).rejection()));
  }

  private static void bind(RejectedRecord rejected, RowBinder row) throws SQLException {
    Rejection r = rejected.rejection();
    row.count(rejected.partition()).number(rejected.offset());
    row.time(r.polledAt()).text(r.source().text());
    row.text(cut(r.contract(), CONTRACT)).text(cut(r.stationId(), STATION_ID));
    row.text(cut(r.field(), FIELD)).text(cut(r.value(), TEXT)).text(cut(r.reason(), TEXT));
    row.text(r.raw());
  }

  private static RejectedRecord read(RowReader row) throws SQLException {
    return new RejectedRecord(
        row.count("topic_partition"),
        row.number("topic_offset"),
        new Rejection(
            row.time("polled_at"),
            Source.find(row.text("source")).orElseThrow(),
            row.findText("contract"),
            row.findText("station_id"),
            row.findText("field"),
            row.findText("offending_value"),
            row.text("reason"),
            row.text("raw_text")));
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
