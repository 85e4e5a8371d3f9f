package org.dockline.batch.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.h2.api.Trigger;

/**
 * Kills a process at the moment at which it first writes to a table of a {@link TestWarehouse},
 * whose statements run in this JVM: so the point is exact, and nothing is built into the program.
 */
public final class KillingTrigger implements Trigger {
  private static volatile CompletableFuture<ProcessHandle> victim = new CompletableFuture<>();

  private final WarehouseLogin login;
  private final String name;

  /** For the database. */
  public KillingTrigger() {
    this(null, "");
  }

  @SuppressWarnings("NullAway") // The database's own has no use for it.
  private KillingTrigger(WarehouseLogin login, String name) {
    this.login = login;
    this.name = name;
  }

  /** Waits on that table of schema {@code bikes}; nothing is written there before it is armed. */
  public static KillingTrigger on(TestWarehouse warehouse, String table) {
    victim = new CompletableFuture<>();
    KillingTrigger trigger = new KillingTrigger(warehouse.login(), "bikes.kill_at_" + table);
    trigger.run(
        "CREATE TRIGGER %s BEFORE INSERT ON bikes.%s FOR EACH ROW CALL '%s'"
            .formatted(trigger.name, table, KillingTrigger.class.getName()));
    return trigger;
  }

  /** Names the process. */
  public void arm(ProcessHandle process) {
    victim.complete(process);
  }

  /** Removes it. */
  public void disarm() {
    run("DROP TRIGGER " + name);
  }

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    try {
      ProcessHandle process = victim.get();
      process.destroyForcibly();
      process.onExit().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new SQLException(e);
    }
    throw new SQLException("the writer was killed");
  }

  private void run(String statement) {
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password().reveal());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
