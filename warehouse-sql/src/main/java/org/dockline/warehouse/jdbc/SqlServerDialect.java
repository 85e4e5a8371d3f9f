package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.dockline.station.ContractDay;

/** SQL Server 2022. */
record SqlServerDialect() implements Dialect {

  @Override
  public String migrations() {
    return "classpath:db/warehouse/sqlserver";
  }

  /** Batches go by the driver's bulk copy; times go as they are, not through text. */
  @Override
  public Properties bulkProperties() {
    Properties properties = new Properties();
    properties.setProperty("useBulkCopyForBatchInsert", "true");
    properties.setProperty("sendTemporalDataTypesAsStringForBulkCopy", "false");
    properties.setProperty("applicationName", "Dockline");
    return properties;
  }

  @Override
  public int batchSize() {
    return 10_000;
  }

  @Override
  public long deleteDay(Sql sql, DayRows shape, ContractDay day) throws SQLException {
    return sql.update(
        "DELETE FROM "
            + shape.table()
            + " WHERE station_key IN"
            + " (SELECT k.station_key FROM bikes.dim_station_key k WHERE k.contract = ?) AND "
            + shape.ofDay(),
        row -> {
          row.text(day.contract());
          shape.bindDay(row, day);
        });
  }

  /**
   * It deletes a range of a clustered index well, and TRUNCATE asks for more rights than a load
   * has.
   */
  @Override
  public boolean empty(Sql sql, List<String> tables) {
    return false;
  }

  @Override
  public String copy(String table, List<String> columns, String select, List<String> order) {
    return "INSERT INTO "
        + table
        + " WITH (TABLOCK) ("
        + String.join(", ", columns)
        + ") "
        + select
        + " ORDER BY "
        + String.join(", ", order);
  }

  /** Readers see the last committed day while a load writes, and do not wait for it. */
  @Override
  public void makeDurable(Connection connection) {
    // A commit of SQL Server is on disk, unless somebody allowed delayed durability.
  }

  /** It belongs to the session, whatever its transactions do. */
  @Override
  public boolean takeLoadLock(Sql sql, Duration patience) throws SQLException {
    long answer =
        sql.list(
                "SET NOCOUNT ON; DECLARE @answer INT; EXEC @answer = sp_getapplock @Resource = ?,"
                    + " @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = ?;"
                    + " SELECT @answer AS answer",
                row -> row.text("dockline load").number(patience.toMillis()),
                row -> row.number("answer"))
            .getFirst();
    sql.connection().commit();
    return answer >= 0;
  }

  /** A year and a month, compressed by the columnstore. */
  @Override
  public int observationDays() {
    return 400;
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("replace", "ALTER", "go", "GO", "now", "SYSUTCDATETIME()");
  }

  @Override
  public List<String> preparation() {
    return List.of(
        "IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID()"
            + " AND is_read_committed_snapshot_on = 0)"
            + " ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE");
  }

  /** Logins of a server are its administrator's; see the module's README. */
  @Override
  public List<String> readerStatements(String user, String password) {
    return List.of();
  }
}
