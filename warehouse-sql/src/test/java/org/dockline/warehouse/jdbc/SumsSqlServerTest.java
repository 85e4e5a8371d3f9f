package org.dockline.warehouse.jdbc;

/** The same on a real SQL Server. */
class SumsSqlServerTest extends SumsTest {

  @Override
  WarehouseLogin database() {
    return SqlServerDatabase.create();
  }
}
