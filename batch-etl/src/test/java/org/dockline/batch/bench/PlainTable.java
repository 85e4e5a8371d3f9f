package org.dockline.batch.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.dockline.warehouse.jdbc.WarehouseLogin;

/** The table of the plain ways: every record as a row, without a key. */
final class PlainTable {

  static final String NAME = "bikes.plain_observation";

  static final String INSERT = "INSERT INTO " + NAME + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private PlainTable() {}

  static void create(WarehouseLogin login) throws SQLException {
    try (Connection connection = connect(login);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE "
              + NAME
              + " (contract NVARCHAR(100), station_id NVARCHAR(400), observed_at TIMESTAMP(3),"
              + " polled_at TIMESTAMP(3), source NVARCHAR(16), status NVARCHAR(8), capacity INT,"
              + " bikes INT, docks INT, mechanical_bikes INT, electrical_bikes INT)");
    }
  }

  private static Connection connect(WarehouseLogin login) throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password().reveal());
  }
}
