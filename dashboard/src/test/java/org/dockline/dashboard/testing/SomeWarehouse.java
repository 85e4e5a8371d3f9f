package org.dockline.dashboard.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.PollHour;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.Insights;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.embedded.H2Server;
import org.dockline.warehouse.jdbc.JdbcInsights;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.dockline.warehouse.jdbc.WarehouseMigrator;
import org.dockline.warehouse.testing.Loader;
import org.jspecify.annotations.Nullable;

/** A real warehouse, in memory, that lives as long as this JVM. */
public final class SomeWarehouse {

  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final String PASSWORD = "a 'password'";

  private final String name = "mem:" + UUID.randomUUID();
  private final WarehouseLogin login =
      new WarehouseLogin(
          "jdbc:h2:" + name + ";" + H2Server.DATABASE_OPTIONS + ";DB_CLOSE_DELAY=-1",
          "dockline_etl",
          new Secret(PASSWORD));
  private final JdbcWarehouse warehouse;
  private final JdbcInsights insights;

  /** With all tables. */
  public SomeWarehouse() {
    this(Clock.systemUTC());
  }

  /** The same, whose loads happen by that clock. */
  public SomeWarehouse(Clock clock) {
    new WarehouseMigrator(login).migrate();
    warehouse = JdbcWarehouse.open(login, clock);
    insights = JdbcInsights.of(login);
  }

  /** Opened to read and write. */
  public JdbcWarehouse open() {
    return warehouse;
  }

  /** What of it the views for analysts tell. */
  public Insights insights() {
    return insights;
  }

  /** Closes its connections. */
  public void close() {
    insights.close();
    warehouse.close();
  }

  /** Loads a day from these. */
  public void load(ContractDay day, StationObservation... observations) {
    new Loader(warehouse).load(day, observations);
  }

  /**
   * Loads the whole days before today of a contract, as made-up cities had them every ten minutes.
   *
   * @param days how many
   */
  public void loadPast(MadeUpCities cities, String contract, int days, Instant now) {
    Contract city = ContractCatalogue.builtIn().find(contract).orElseThrow();
    warehouse.saveContracts(List.of(city));
    LocalDate today = now.atZone(city.zone()).toLocalDate();
    for (int ago = days; ago > 0; ago--) {
      ContractDay day = new ContractDay(contract, today.minusDays(ago), city.zone());
      List<StationObservation> seen = new ArrayList<>();
      for (Instant at = day.start().plusSeconds(60); at.isBefore(day.end()); at = at.plus(EVERY)) {
        cities.at(at).stream().filter(o -> o.key().contract().equals(contract)).forEach(seen::add);
      }
      new Loader(warehouse).load(day, seen);
    }
  }

  /** Notes what the loads of those days were told: calls to providers, and how the loads went. */
  public void notePast(String contract, int days, Instant now) {
    Contract city = ContractCatalogue.builtIn().find(contract).orElseThrow();
    LocalDate today = now.atZone(city.zone()).toLocalDate();
    for (int ago = days; ago > 0; ago--) {
      ContractDay day = new ContractDay(contract, today.minusDays(ago), city.zone());
      for (String asked : List.of(contract, PollReport.ALL)) {
        List<PollHour> hours =
            day.hours().stream().map(hour -> answered(asked, hour.start())).toList();
        warehouse.replacePollHours(asked, day.start(), day.end(), hours);
      }
      warehouse.recordRun(run(day, ago == 1 ? null : ago - 2L));
    }
  }

  private static PollHour answered(String contract, Instant start) {
    boolean all = contract.equals(PollReport.ALL);
    return new PollHour(
        all ? Source.JCDECAUX_V3 : Source.GBFS_2,
        contract,
        start,
        60,
        all ? 0 : 2,
        0,
        new PollHour.Latency(
            Duration.ofMillis(84), Duration.ofMillis(190), Duration.ofMillis(1_240)),
        480_000,
        1_500,
        0);
  }

  private static LoadRun run(ContractDay day, @Nullable Long differing) {
    Instant begun = day.end().plus(Duration.ofMinutes(20));
    return new LoadRun(
        day.contract(),
        day.date(),
        begun,
        begun.plusSeconds(47),
        LoadRun.Status.LOADED,
        3_600,
        0,
        0,
        3_600,
        600,
        differing,
        null);
  }

  /** What the dashboard must be told to find it. */
  public Map<String, String> settings() {
    return settings(login.url());
  }

  /** The same, for one that reaches it over that line. */
  public Map<String, String> settings(WarehouseLine line) {
    return settings(line.url(name) + ";" + H2Server.DATABASE_OPTIONS);
  }

  private Map<String, String> settings(String url) {
    return Map.of(
        "WAREHOUSE_URL", url,
        "WAREHOUSE_USER", login.user(),
        "WAREHOUSE_PASSWORD", PASSWORD);
  }
}
