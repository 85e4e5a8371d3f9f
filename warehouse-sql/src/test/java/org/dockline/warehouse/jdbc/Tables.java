package org.dockline.warehouse.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results as text, the same from every database. */
final class Tables {

  private Tables() {}

  /** The names of the columns, then the rows; columns are parted by {@code |}. */
  static List<String> ask(WarehouseLogin login, String query) {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return lines(rows);
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  /** Runs a command. */
  static void execute(WarehouseLogin login, String command) {
    try (Connection connection = login.connect()) {
      new Sql(connection).execute(command);
    } catch (SQLException e) {
      throw new AssertionError(command, e);
    }
  }

  private static List<String> lines(ResultSet rows) throws SQLException {
    List<String> lines = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      names.add(rows.getMetaData().getColumnLabel(i));
    }
    lines.add(String.join(" | ", names));
    while (rows.next()) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        values.add(text(rows.getObject(i)));
      }
      lines.add(String.join(" | ", values));
    }
    return lines;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case Boolean flag -> flag ? "1" : "0";
      case BigDecimal number -> number.toPlainString();
      case Timestamp time -> time.toLocalDateTime().toString();
      default -> value.toString();
    };
  }
}
