package org.dockline.warehouse.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.warehouse.AnalystViews.Column;
import org.dockline.warehouse.AnalystViews.ColumnType;
import org.dockline.warehouse.AnalystViews.Filter;
import org.dockline.warehouse.AnalystViews.Query;
import org.dockline.warehouse.AnalystViews.RowSink;
import org.dockline.warehouse.AnalystViews.View;
import org.jspecify.annotations.Nullable;

/** The analyst views and what their rows are ordered by; rows are read as they come. */
final class ViewRows {

  /** Each view, with the columns that tell one row from another. */
  static final Map<String, String> ORDER =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("v_station_hour", "contract, station_id, hour_start_utc"),
              Map.entry("v_contract_hour", "contract, hour_start_utc"),
              Map.entry("v_contract_day", "contract, local_date"),
              Map.entry("v_typical_day", "contract, station_id, day_type, local_hour"),
              Map.entry("v_contract_typical_day", "contract, day_type, local_hour"),
              Map.entry(
                  "v_rejected_by_reason", "utc_date, source, contract, field, reason, country"),
              Map.entry("v_country_day", "country_code, local_date"),
              Map.entry("v_stockout_episode", "contract, station_id, kind, start_utc"),
              Map.entry(
                  "v_station_reliability", "contract, station_id, calendar_year, calendar_month"),
              Map.entry("v_broken_docks", "contract, station_id, local_date"),
              Map.entry("v_data_quality_day", "contract, local_date"),
              Map.entry("v_api_response_time", "source, contract, hour_start_utc"),
              Map.entry("v_observation", "contract, station_id, observed_at, polled_at, source"),
              Map.entry("v_contract", "contract"),
              Map.entry("v_station", "contract, station_id, valid_from"),
              Map.entry("v_load_run", "run_id"),
              Map.entry("v_loaded_through", "contract")));

  private static final int TIMEOUT_SECONDS = 20;
  private static final int FETCH = 1_000;

  private ViewRows() {}

  static View describe(Sql sql, String name) throws SQLException {
    try (PreparedStatement statement =
            sql.connection().prepareStatement("SELECT * FROM bikes." + name + " WHERE 1 = 0");
        ResultSet nothing = statement.executeQuery()) {
      ResultSetMetaData columns = nothing.getMetaData();
      List<Column> found = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String column = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
        found.add(new Column(column, type(column, columns.getColumnType(i))));
      }
      return new View(name, found);
    }
  }

  private static ColumnType type(String column, int sqlType) {
    return switch (sqlType) {
      case Types.BIT, Types.BOOLEAN -> ColumnType.FLAG;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnType.INTEGER;
      case Types.FLOAT, Types.REAL, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC -> ColumnType.REAL;
      case Types.TIMESTAMP -> column.startsWith("local_") ? ColumnType.LOCAL_TIME : ColumnType.TIME;
      case Types.DATE -> ColumnType.DATE;
      default -> ColumnType.TEXT;
    };
  }

  static void read(Sql sql, Query query, RowSink sink) throws SQLException {
    try (PreparedStatement statement = sql.connection().prepareStatement(text(query))) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      statement.setFetchSize(FETCH);
      RowBinder row = new RowBinder(statement);
      for (Filter filter : query.filters()) {
        bind(row, filter.value());
      }
      row.count(query.offset()).count(query.limit());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sink.row(values(query.view(), new RowReader(rows)));
        }
      }
    }
  }

  /** Names come from the database's own description, values are parameters. */
  private static String text(Query query) {
    StringBuilder text = new StringBuilder("SELECT * FROM bikes.").append(query.view().name());
    String glue = " WHERE ";
    for (Filter filter : query.filters()) {
      text.append(glue).append(filter.column().name());
      text.append(
          switch (filter.operator()) {
            case EQUAL -> " = ?";
            case FROM -> " >= ?";
            case BEFORE -> " < ?";
          });
      glue = " AND ";
    }
    return text.append(" ORDER BY ")
        .append(ORDER.get(query.view().name()))
        .append(" OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
        .toString();
  }

  private static void bind(RowBinder row, Object value) throws SQLException {
    switch (value) {
      case String text -> row.text(text);
      case Long number -> row.number(number);
      case Double number -> row.real(number);
      case Boolean flag -> row.flag(flag);
      case Instant time -> row.time(time);
      case LocalDateTime time -> row.localTime(time);
      case LocalDate date -> row.date(date);
      default -> throw new IllegalArgumentException("No column holds a " + value.getClass());
    }
  }

  private static @Nullable Object[] values(View view, RowReader row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[view.columns().size()];
    for (int i = 0; i < values.length; i++) {
      Column column = view.columns().get(i);
      values[i] =
          switch (column.type()) {
            case TEXT -> row.findText(column.name());
            case INTEGER -> row.findNumber(column.name());
            case REAL -> row.findReal(column.name());
            case FLAG -> row.findFlag(column.name());
            case TIME -> row.findTime(column.name());
            case LOCAL_TIME -> row.findLocalTime(column.name());
            case DATE -> row.findDate(column.name());
          };
    }
    return values;
  }
}
