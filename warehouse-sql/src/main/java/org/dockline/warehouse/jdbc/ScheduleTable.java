package org.dockline.warehouse.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The table in which the batch chain's scheduler keeps its jobs, and a small pool to reach it. */
public final class ScheduleTable implements AutoCloseable {

  private static final String NAME = "bikes.scheduled_task";

  private final HikariDataSource pool;

  private ScheduleTable(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Opens no connection before one is asked for. */
  public static ScheduleTable open(WarehouseLogin login) {
    return new ScheduleTable(Pools.open(login));
  }

  /** Its name, with the schema. */
  public String name() {
    return NAME;
  }

  /** Connections to the warehouse, with auto-commit off. */
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
