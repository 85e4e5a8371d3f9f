package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.warehouse.Warehouse;
import org.junit.jupiter.api.Test;

/** SQL Server's text of the typical day, run by H2: its quantiles are those of the nearest rank. */
class TypicalDayTest {

  private static final String HEAD = "CREATE OR ALTER VIEW bikes.v_typical_day AS\n";

  @Test
  void quantilesAreThoseOfTheNearestRank() {
    WarehouseLogin login = H2Database.migrated();
    try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
      SampleWarehouse.fill(warehouse);
    }
    List<String> expected = new ArrayList<>();
    occupancies(login)
        .forEach((hour, sorted) -> expected.add(hour + " | " + sorted.size() + quantiles(sorted)));
    assertThat(rows(login)).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> rows(WarehouseLogin login) {
    String text =
        TransactSql.migrations().stream()
            .filter(sql -> sql.startsWith(HEAD))
            .findFirst()
            .orElseThrow()
            .substring(HEAD.length());
    String query =
        "SELECT contract, station_id, day_type, local_hour, hours, occupancy_q10, occupancy_q25,"
            + " occupancy_median, occupancy_q75, occupancy_q90 FROM ("
            + text
            + ") v";
    return Tables.ask(login, query).stream().skip(1).toList();
  }

  /** By station, kind of day and hour, in order. */
  private static Map<String, List<Double>> occupancies(WarehouseLogin login) {
    Map<String, List<Double>> byHour = new TreeMap<>();
    String query =
        "SELECT contract, station_id, local_date, local_hour, occupancy FROM bikes.v_station_hour"
            + " WHERE occupancy IS NOT NULL ORDER BY occupancy";
    for (String row : Tables.ask(login, query).stream().skip(1).toList()) {
      String[] columns = row.split(" \\| ", -1);
      DayOfWeek day = LocalDate.parse(columns[2]).getDayOfWeek();
      String type = day.compareTo(DayOfWeek.SATURDAY) < 0 ? "weekday" : "weekend";
      byHour
          .computeIfAbsent(
              String.join(" | ", columns[0], columns[1], type, columns[3]), h -> new ArrayList<>())
          .add(Double.valueOf(columns[4]));
    }
    return byHour;
  }

  private static String quantiles(List<Double> sorted) {
    StringBuilder quantiles = new StringBuilder();
    for (int percent : List.of(10, 25, 50, 75, 90)) {
      int rank = (percent * sorted.size() + 99) / 100;
      quantiles.append(" | ").append(sorted.get(rank - 1));
    }
    return quantiles.toString();
  }
}
