package org.dockline.warehouse.jdbc;

import java.sql.SQLException;

/** The locks of {@code load_lock}. */
final class Locks {

  /** A replacement waits this long for another one to end. */
  private static final int WAIT_MILLIS = 600_000;

  private Locks() {}

  /** One transaction at a time replaces a day: the row stays locked until it ends. */
  static void excludeReplacements(Sql sql) throws SQLException {
    sql.execute("SET LOCK_TIMEOUT " + WAIT_MILLIS);
    sql.update(
        "UPDATE bikes.load_lock SET taken = taken + 1 WHERE lock_name = 'load'", Sql.Binding.NONE);
  }
}
