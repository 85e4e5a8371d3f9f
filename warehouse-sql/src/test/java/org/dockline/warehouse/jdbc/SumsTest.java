package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.testing.ObservationBuilder.polledAt;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.Test;

/** Sums of days and months are what the hours come to, whatever is loaded in whatever order. */
class SumsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final String FIGURES =
      "COUNT(*) AS n, SUM(arrivals) AS a, SUM(departures) AS d, SUM(net_unobserved) AS u,"
          + " CAST(SUM(minutes_empty) AS DECIMAL(12, 4)) AS e,"
          + " CAST(SUM(minutes_full) AS DECIMAL(12, 4)) AS f,"
          + " CAST(SUM(minutes_known) AS DECIMAL(12, 4)) AS k,"
          + " CAST(SUM(minutes_unknown) AS DECIMAL(12, 4)) AS o,"
          + " CAST(SUM(minutes_closed) AS DECIMAL(12, 4)) AS c"
          + " FROM bikes.v_station_hour GROUP BY ";

  WarehouseLogin database() {
    return H2Database.create();
  }

  @Test
  void followTheHoursThroughLoadsAndReloads() {
    WarehouseLogin login = database();
    new WarehouseMigrator(login).migrate();
    try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
      warehouse.saveContracts(
          List.of(new Contract("lyon", null, "FR", "France", PARIS, 45.76, 4.83)));
      Loader loader = new Loader(warehouse);
      Random random = new Random(11);
      LocalDate first = LocalDate.parse("2026-02-26");
      for (int load = 0; load < 9; load++) {
        ContractDay day = new ContractDay("lyon", first.plusDays(random.nextInt(5)), PARIS);
        loader.load(day, someDay(day, random));
        assertSumsAreRight(login);
      }
    }
  }

  /** Station 3 is a ghost on some days: it stands in Toyama. */
  private static List<StationObservation> someDay(ContractDay day, Random random) {
    List<StationObservation> all = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      all.addAll(
          RandomHistory.of(
              random.nextLong(), new StationKey("lyon", "r" + i), day.start(), day.end()));
    }
    StationObservation here =
        polledAt(day.start().plusSeconds(36_000)).station("lyon/3").bikes(0).build();
    all.add(here);
    if (random.nextBoolean()) {
      all.add(
          polledAt(day.start().plusSeconds(50_000))
              .station("lyon/3")
              .standing(36.69, 137.21)
              .bikes(5)
              .build());
    }
    return all;
  }

  private static void assertSumsAreRight(WarehouseLogin login) {
    String sums = "SELECT local_date, %s AS n, arrivals, departures, net_unobserved,";
    String minutes =
        " CAST(minutes_empty AS DECIMAL(12, 4)), CAST(minutes_full AS DECIMAL(12, 4)),"
            + " CAST(minutes_known AS DECIMAL(12, 4)), CAST(minutes_unknown AS DECIMAL(12, 4)),"
            + " CAST(minutes_closed AS DECIMAL(12, 4)) FROM bikes.";
    assertThat(rows(login, sums.formatted("station_hours") + minutes + "v_contract_day"))
        .isEqualTo(rows(login, "SELECT local_date, " + FIGURES + "local_date"))
        .isNotEmpty();
    assertThat(
            rows(
                login,
                sums.formatted("stations").replace("local_date", "hour_start_utc")
                    + minutes
                    + "v_contract_hour"))
        .isEqualTo(rows(login, "SELECT hour_start_utc, " + FIGURES + "hour_start_utc"));
    assertThat(
            rows(
                login,
                "SELECT calendar_month, station_id, days, arrivals, departures,"
                    + " CAST(share_empty AS DECIMAL(9, 6)), CAST(coverage AS DECIMAL(9, 6))"
                    + " FROM bikes.v_station_reliability"))
        .isEqualTo(
            rows(
                login,
                "SELECT MONTH(local_date), station_id, COUNT(DISTINCT local_date), SUM(arrivals),"
                    + " SUM(departures),"
                    + " CAST(SUM(minutes_empty) / NULLIF(SUM(minutes_known), 0) AS DECIMAL(9, 6)),"
                    + " CAST(SUM(minutes_known) / SUM(minutes_known + minutes_unknown"
                    + " + minutes_closed) AS DECIMAL(9, 6))"
                    + " FROM bikes.v_station_hour GROUP BY MONTH(local_date), station_id"));
  }

  private static List<String> rows(WarehouseLogin login, String query) {
    return Tables.ask(login, query).stream().skip(1).sorted().toList();
  }
}
