package org.dockline.dashboard.api;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dockline.dashboard.files.ParquetTable.Column;
import org.dockline.dashboard.files.ParquetTable.ColumnType;
import org.dockline.dashboard.history.ContractReport;
import org.dockline.station.flow.FlowTotals;
import org.dockline.warehouse.Insights.ContractMonth;
import org.dockline.warehouse.Insights.StationSum;
import org.jspecify.annotations.Nullable;

/** A table of a contract's page that can be taken home; columns have the names of the views. */
enum ExportTable {
  /** The hours of some days. */
  HOURS("hours"),
  /** The stations over some days. */
  STATIONS("stations"),
  /** All loaded months. */
  MONTHS("months");

  private static final double MINUTE = Duration.ofMinutes(1).toMillis();

  private final String text;

  ExportTable(String text) {
    this.text = text;
  }

  static Optional<ExportTable> find(String text) {
    return Arrays.stream(values()).filter(table -> table.text.equals(text)).findFirst();
  }

  String text() {
    return text;
  }

  List<Column> columns() {
    return switch (this) {
      case HOURS -> hourColumns();
      case STATIONS -> stationColumns();
      case MONTHS -> monthColumns();
    };
  }

  List<List<@Nullable Object>> rows(String contract, ContractReport report, ZoneId zone) {
    return switch (this) {
      case HOURS ->
          report.hours().totals().stream().map(hour -> hour(contract, hour, zone)).toList();
      case STATIONS -> report.stations().stream().map(ExportTable::station).toList();
      case MONTHS -> report.months().stream().map(month -> month(contract, month)).toList();
    };
  }

  private static List<@Nullable Object> hour(String contract, FlowTotals hour, ZoneId zone) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(contract);
    row.add(hour.start());
    row.add(hour.start().atZone(zone).toLocalDate().toString());
    row.add((long) hour.start().atZone(zone).getHour());
    row.add((long) hour.stations());
    addTotals(row, hour);
    return row;
  }

  private static List<@Nullable Object> station(StationSum sum) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(sum.key().contract());
    row.add(sum.key().stationId());
    row.add(sum.name());
    row.add(sum.totals().start());
    row.add(sum.totals().end());
    addTotals(row, sum.totals());
    return row;
  }

  private static List<@Nullable Object> month(String contract, ContractMonth month) {
    return Arrays.asList(
        contract,
        (long) month.month().getYear(),
        (long) month.month().getMonthValue(),
        (long) month.days(),
        (long) month.stations(),
        month.arrivals(),
        month.departures(),
        month.shareEmpty(),
        month.shareFull(),
        month.coverage());
  }

  private static void addTotals(List<@Nullable Object> row, FlowTotals totals) {
    row.add(totals.arrivals());
    row.add(totals.departures());
    row.add(totals.netUnobserved());
    row.add(totals.suspectedRebalancing());
    for (Duration time :
        List.of(totals.empty(), totals.full(), totals.unknown(), totals.closed(), totals.known())) {
      row.add(time.toMillis() / MINUTE);
    }
    row.add(totals.coverage());
    row.add(totals.meanBikesPerStation());
  }

  private static List<Column> hourColumns() {
    return with(
        List.of(
            new Column("contract", ColumnType.TEXT),
            new Column("hour_start_utc", ColumnType.TIME),
            new Column("local_date", ColumnType.TEXT),
            new Column("local_hour", ColumnType.COUNT),
            new Column("stations", ColumnType.COUNT)));
  }

  private static List<Column> stationColumns() {
    return with(
        List.of(
            new Column("contract", ColumnType.TEXT),
            new Column("station_id", ColumnType.TEXT),
            new Column("name", ColumnType.TEXT),
            new Column("start_utc", ColumnType.TIME),
            new Column("end_utc", ColumnType.TIME)));
  }

  private static List<Column> with(List<Column> own) {
    List<Column> columns = new ArrayList<>(own);
    for (String count : List.of("arrivals", "departures", "net_unobserved")) {
      columns.add(new Column(count, ColumnType.COUNT));
    }
    columns.add(new Column("suspected_rebalancing", ColumnType.COUNT));
    for (String time : List.of("empty", "full", "unknown", "closed", "known")) {
      columns.add(new Column("minutes_" + time, ColumnType.REAL));
    }
    columns.add(new Column("coverage", ColumnType.REAL));
    columns.add(new Column("mean_bikes_per_station", ColumnType.REAL));
    return List.copyOf(columns);
  }

  private static List<Column> monthColumns() {
    List<Column> columns = new ArrayList<>(List.of(new Column("contract", ColumnType.TEXT)));
    for (String count :
        List.of("calendar_year", "calendar_month", "days", "stations", "arrivals", "departures")) {
      columns.add(new Column(count, ColumnType.COUNT));
    }
    for (String share : List.of("share_empty", "share_full", "coverage")) {
      columns.add(new Column(share, ColumnType.REAL));
    }
    return List.copyOf(columns);
  }
}
