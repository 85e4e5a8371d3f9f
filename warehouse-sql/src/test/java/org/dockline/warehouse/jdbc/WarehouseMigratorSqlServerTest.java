package org.dockline.warehouse.jdbc;

/** The same on a real SQL Server. */
class WarehouseMigratorSqlServerTest extends WarehouseMigratorTest {

  @Override
  WarehouseLogin database() {
    return SqlServerDatabase.create();
  }
}
