package org.dockline.warehouse.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.Loader;
import org.jspecify.annotations.Nullable;

/**
 * What this module sends to SQL Server, taken down by a driver that stands in for one: it answers
 * the questions that must have an answer with a row of ones, all others with none.
 */
final class SentSql {

  private static final String URL = "jdbc:sqlserver:taken-down";

  private static final Pattern ANSWERED =
      Pattern.compile(
          "(?s).*(COALESCE\\(SUM|AS answer|schema_version|SELECT stage_id|GENERATED).*");

  private final Set<String> sent = new LinkedHashSet<>();

  private SentSql() {}

  /** Every statement once, in the order of sending. */
  static List<String> toSqlServer() {
    SentSql taken = new SentSql();
    Driver driver = taken.fake(Driver.class, "");
    try {
      DriverManager.registerDriver(driver);
      taken.use(new WarehouseLogin(URL, "dockline_etl", new Secret("none")));
      DriverManager.deregisterDriver(driver);
    } catch (SQLException e) {
      throw new AssertionError("after " + taken.sent, e);
    }
    return List.copyOf(taken.sent);
  }

  /** Whatever a warehouse can be asked and told. */
  private void use(WarehouseLogin login) throws SQLException {
    sent.addAll(new SqlServerDialect().preparation());
    ContractDay day = Loader.lyon("2026-03-01");
    StationKey key = new StationKey("lyon", "7");
    try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
      SampleWarehouse.fill(warehouse);
      warehouse.lock("somebody", Duration.ofSeconds(1)).close();
      new Loader(warehouse).stage("load", 1, new Loader(warehouse).compute(day, List.of()));
      warehouse.replaceDay("load", day, new DayRead(0, Map.of()));
      warehouse.saveContracts(
          List.of(new Contract("lyon", null, null, null, day.zone(), null, null)));
      warehouse.expireObservations(1);
      read(warehouse, day, key, day.start(), day.end());
    }
    try (JdbcInsights insights = JdbcInsights.of(login)) {
      insights.listTypicalDay(key);
      insights.listStationMonths(key);
      insights.listStationSums("lyon", day.start(), day.end());
      insights.listContractMonths("lyon");
      insights.listStations("lyon", day.date());
      insights.listFeedAnswers(day.start());
    }
    Sql sql = new Sql(login.connect());
    Sums.rebuild(sql, "lyon");
    SaidRows.opening(sql, key, day.date());
    LoadedDayRows.markSeedChanged(sql, day);
    Expiry.expire(sql, new SqlServerDialect(), day);
  }

  private static void read(
      Warehouse warehouse, ContractDay day, StationKey key, Instant from, Instant to) {
    warehouse.listLoadedDays();
    warehouse.loadedThrough();
    warehouse.listContracts();
    warehouse.listRuns(9);
    warehouse.listProgress(9);
    warehouse.closes("lyon", day.date());
    warehouse.findClose(key, day.date());
    warehouse.listHours(key, from, to);
    warehouse.listHours(day);
    warehouse.listPoints(key, from, to);
    warehouse.checksum(day);
    warehouse.listStationPeriods("lyon");
    warehouse.listPollHours("lyon", from, to);
    warehouse.listRejected(from, to, 9);
  }

  private <T> T fake(Class<T> type, String statement) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            new InvocationHandler() {
              private boolean read;

              @Override
              public @Nullable Object invoke(Object proxy, Method method, Object[] args) {
                return switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" ->
                      System.identityHashCode(proxy) == System.identityHashCode(args[0]);
                  case "acceptsURL" -> args[0].equals(URL);
                  case "connect" -> args[0].equals(URL) ? fake(Connection.class, "") : null;
                  case "next" -> {
                    boolean more = !read && ANSWERED.matcher(statement).matches();
                    read = true;
                    yield more;
                  }
                  case "getNString", "getString" -> "1";
                  case "isValid" -> true;
                  case "getGeneratedKeys" -> fake(ResultSet.class, "GENERATED");
                  default -> answer(method, args, statement);
                };
              }
            }));
  }

  /** Text goes on to what is made from it; whatever is made is fake too. */
  private @Nullable Object answer(Method method, Object @Nullable [] args, String statement) {
    boolean command = args != null && args.length > 0 && args[0] instanceof String;
    String text = command && isCommand(method) ? (String) args[0] : statement;
    if (command && isCommand(method)) {
      sent.add(text);
    }
    Class<?> type = method.getReturnType();
    if (type == int[].class) {
      return new int[0];
    }
    if (type.isPrimitive()) {
      return type == boolean.class ? (Object) false : number(type, statement);
    }
    return type.isInterface() && type.getName().startsWith("java.sql") ? fake(type, text) : null;
  }

  private static boolean isCommand(Method method) {
    return method.getName().equals("prepareStatement") || method.getName().equals("execute");
  }

  /** The schema's version is right, and updates touch no row. */
  private static @Nullable Object number(Class<?> type, String statement) {
    if (type == long.class) {
      return statement.contains("schema_version") ? (long) SchemaVersion.CURRENT : 0L;
    }
    return type == int.class ? (Object) 1 : null;
  }
}
