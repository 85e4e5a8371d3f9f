package org.dockline.warehouse.jdbc;

/** The same queries on a real SQL Server. */
class ExampleQueriesSqlServerTest extends ExampleQueriesTest {

  @Override
  WarehouseLogin database() {
    return SqlServerDatabase.create();
  }
}
