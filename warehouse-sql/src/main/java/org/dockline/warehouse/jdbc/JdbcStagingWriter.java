package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.ContractDay;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.StagingWriter;

/** Writes into the staging tables over a connection and a transaction of its own. */
final class JdbcStagingWriter implements StagingWriter {

  private final WarehouseLogin login;
  private final Connection connection;
  private final String loadId;
  private final int part;
  private final List<DayRows> shapes = DayRows.all();
  private final List<Batch> batches = new ArrayList<>();
  private final Batch versions;
  private final Map<ContractDay, Long> stageIds = new HashMap<>();

  private JdbcStagingWriter(WarehouseLogin login, Connection connection, String loadId, int part)
      throws SQLException {
    this.login = login;
    this.connection = connection;
    this.loadId = loadId;
    this.part = part;
    int size = Dialect.of(login.url()).batchSize();
    for (DayRows shape : shapes) {
      batches.add(Batch.insert(connection, shape.staging(), shape.stagingColumns(), size));
    }
    this.versions =
        Batch.insert(connection, "bikes.staging_station_version", VersionRows.STAGED, size);
  }

  /** Opens a part; what an earlier writer of the same part wrote is replaced at the commit. */
  static JdbcStagingWriter open(WarehouseLogin login, String loadId, int part) {
    Connection connection = login.connect();
    try {
      connection.setAutoCommit(false);
      Staging.deletePart(new Sql(connection), loadId, part);
      return new JdbcStagingWriter(login, connection, loadId, part);
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw WarehouseErrors.of("open staging", login, e);
    }
  }

  @Override
  public void add(StationDay day) {
    try {
      long stageId = stageId(day.day());
      long stationKey = day.flows().key().stableHash();
      for (int i = 0; i < shapes.size(); i++) {
        shapes.get(i).stage(day, stationKey, stageId, batches.get(i));
      }
      VersionRows.stage(day, stageId, versions);
    } catch (SQLException e) {
      throw WarehouseErrors.of("stage " + day.flows().key() + " of " + day.day(), login, e);
    }
  }

  @Override
  public void commit() {
    try {
      for (Batch batch : batches) {
        batch.send();
      }
      versions.send();
      connection.commit();
    } catch (SQLException e) {
      throw WarehouseErrors.of("commit staging", login, e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw WarehouseErrors.of("close staging", login, e);
    }
  }

  private long stageId(ContractDay day) throws SQLException {
    Long known = stageIds.get(day);
    if (known != null) {
      return known;
    }
    long added = Staging.addPart(new Sql(connection), loadId, part, day);
    stageIds.put(day, added);
    return added;
  }

  private static void closeQuietly(Connection connection, SQLException because) {
    try {
      connection.close();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }
}
