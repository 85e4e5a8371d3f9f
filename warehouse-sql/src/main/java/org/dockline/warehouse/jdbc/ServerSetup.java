package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/**
 * What only an administrator of SQL Server can do: the database, the logins, and what each login
 * may. Each statement can be run again; a login gets the password that is set now.
 *
 * @param admin the administrator, whose password nothing else needs
 * @param grants the logins and the role of each
 */
public record ServerSetup(WarehouseLogin admin, List<Grant> grants) {

  private static final Pattern DATABASE =
      Pattern.compile("(;\\s*database(?:Name)?\\s*=\\s*)([^;]+)", Pattern.CASE_INSENSITIVE);

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int ANSWER_SECONDS = 5;

  /**
   * What a login may.
   *
   * @param login the login, to be made where it is missing
   * @param role a role that the migrations make
   */
  public record Grant(WarehouseLogin login, Role role) {}

  /** The roles that the migrations make. */
  public enum Role {
    /** Loads days. */
    WRITER("bikes_writer"),
    /** Sees the views. */
    READER("bikes_reader");

    private final String sql;

    Role(String sql) {
      this.sql = sql;
    }
  }

  /** Copies the list. */
  public ServerSetup {
    grants = List.copyOf(grants);
  }

  /** Whether a database at that address is made by its server's administrator. */
  public static boolean isFor(String url) {
    return Dialect.of(url) instanceof SqlServerDialect;
  }

  /**
   * Makes the database and the logins, before the migrations. A server that has just been started
   * is waited for, three minutes at most.
   *
   * @param news told, once, why it is waited
   * @throws WarehouseException when the server is away for longer or refuses
   */
  public void makeDatabase(Consumer<String> news) throws InterruptedException {
    List<String> statements = databaseStatements();
    run(waitFor(inMaster(), news), "make the database", statements);
    run(admin, "let the logins into the database", userStatements());
  }

  /** Gives each login its role, after the migrations. */
  public void giveRoles() {
    run(admin, "give the logins their roles", roleStatements());
  }

  List<String> databaseStatements() {
    String database = databaseOf(admin.url());
    Stream<String> make =
        Stream.of("IF DB_ID(" + text(database) + ") IS NULL CREATE DATABASE " + name(database));
    return Stream.concat(make, grants.stream().map(grant -> loginStatement(grant.login())))
        .toList();
  }

  List<String> userStatements() {
    return grants.stream().map(grant -> userStatement(grant.login().user())).toList();
  }

  List<String> roleStatements() {
    return grants.stream()
        .map(
            grant -> "ALTER ROLE " + grant.role().sql + " ADD MEMBER " + name(grant.login().user()))
        .toList();
  }

  /** The administrator's login to the database in which a server keeps its own affairs. */
  WarehouseLogin inMaster() {
    Matcher database = DATABASE.matcher(admin.url());
    return new WarehouseLogin(database.replaceFirst("$1master"), admin.user(), admin.password());
  }

  static String databaseOf(String url) {
    Matcher database = DATABASE.matcher(url);
    if (!database.find()) {
      throw new WarehouseException(
          "WAREHOUSE_URL names no database: add ;databaseName=dockline to it");
    }
    return database.group(2).strip();
  }

  private static String loginStatement(WarehouseLogin login) {
    String user = name(login.user());
    String password = " WITH PASSWORD = " + text(login.password().reveal());
    return "IF SUSER_ID("
        + text(login.user())
        + ") IS NULL CREATE LOGIN "
        + user
        + password
        + " ELSE ALTER LOGIN "
        + user
        + password;
  }

  private static String userStatement(String user) {
    return "IF DATABASE_PRINCIPAL_ID("
        + text(user)
        + ") IS NULL CREATE USER "
        + name(user)
        + " FOR LOGIN "
        + name(user);
  }

  private static String text(String value) {
    return "N'" + value.replace("'", "''") + "'";
  }

  private static String name(String value) {
    return "[" + value.replace("]", "]]") + "]";
  }

  private static WarehouseLogin waitFor(WarehouseLogin login, Consumer<String> news)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    WarehouseException refusal = refusal(login);
    if (refusal != null) {
      news.accept("Waiting for the server: " + refusal.getMessage());
    }
    while (refusal != null) {
      if (System.nanoTime() > end) {
        throw new WarehouseException(
            "Gave up after " + PATIENCE.toMinutes() + " minutes: " + refusal.getMessage(), refusal);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      refusal = refusal(login);
    }
    return login;
  }

  /** Why it can't be logged in now; null when it can. */
  private static @Nullable WarehouseException refusal(WarehouseLogin login) {
    try (Connection connection = login.connect()) {
      boolean answers = connection.isValid(ANSWER_SECONDS);
      return answers ? null : new WarehouseException("it does not answer");
    } catch (WarehouseException e) {
      return e;
    } catch (SQLException e) {
      return WarehouseErrors.of("log in", login, e);
    }
  }

  private static void run(WarehouseLogin login, String what, List<String> statements) {
    try (Connection connection = login.connect()) {
      for (String statement : statements) {
        new Sql(connection).execute(statement);
      }
    } catch (SQLException e) {
      throw WarehouseErrors.of(what, login, e);
    }
  }
}
