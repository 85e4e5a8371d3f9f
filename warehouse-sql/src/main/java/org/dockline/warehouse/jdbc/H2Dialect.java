package org.dockline.warehouse.jdbc;

import java.util.List;
import java.util.Properties;

/** The embedded database, in its SQL Server mode. */
record H2Dialect() implements Dialect {

  @Override
  public String migrations() {
    return "classpath:db/migration/h2";
  }

  @Override
  public Properties bulkProperties() {
    return new Properties();
  }

  @Override
  public int batchSize() {
    return 2_000;
  }

  /** DIRECT: row by row, without a copy of the whole result between; staging lies in order. */
  @Override
  public String copy(String table, List<String> columns, String select, List<String> order) {
    return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") DIRECT " + select;
  }

  @Override
  public List<String> preparation() {
    return List.of();
  }

  @Override
  public List<String> readerStatements(String user, String password) {
    String name = '"' + user.replace("\"", "\"\"") + '"';
    String quoted = "'" + password.replace("'", "''") + "'";
    return List.of(
        "CREATE USER IF NOT EXISTS " + name + " PASSWORD " + quoted,
        "ALTER USER " + name + " SET PASSWORD " + quoted,
        "GRANT bikes_reader TO " + name);
  }
}
