package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.dockline.warehouse.WarehouseAwayException;
import org.dockline.warehouse.WarehouseException;

/** Says in one line what a database's error means and what to do. */
final class WarehouseErrors {

  /** SQL Server: login failed, password expired, no access to the database. */
  private static final Set<Integer> SQL_SERVER_REFUSED = Set.of(18456, 18487, 18488, 4060);

  /** SQL Server: lock request timed out; H2: the same. */
  private static final Set<Integer> LOCKED = Set.of(1222, 50200);

  /** H2: the connection is broken, the database is closed, or not there. */
  private static final Set<Integer> H2_AWAY = Set.of(90067, 90098, 90121, 90149);

  private WarehouseErrors() {}

  static WarehouseException of(String what, WarehouseLogin login, SQLException e) {
    return isAway(e)
        ? new WarehouseAwayException(away(login, e), e)
        : new WarehouseException(message(what, login, e), e);
  }

  private static boolean isAway(SQLException e) {
    return String.valueOf(e.getSQLState()).startsWith("08") || H2_AWAY.contains(e.getErrorCode());
  }

  private static String away(WarehouseLogin login, SQLException e) {
    return "The warehouse at "
        + address(login)
        + " can't be reached: start it, or mend WAREHOUSE_URL ("
        + firstLine(e)
        + ")";
  }

  private static String message(String what, WarehouseLogin login, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.equals("28000") || SQL_SERVER_REFUSED.contains(e.getErrorCode())) {
      return "The warehouse at "
          + address(login)
          + " refuses the login '"
          + login.user()
          + "': check the user, its password and its rights";
    }
    if (LOCKED.contains(e.getErrorCode())) {
      return "Could not " + what + ": another load holds the warehouse; wait for it to end";
    }
    return "Could not " + what + ": " + firstLine(e);
  }

  /** Without what follows the first semicolon or question mark: options may hold secrets. */
  private static String address(WarehouseLogin login) {
    return login.url().split("[;?]", 2)[0];
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }
}
