package org.dockline.warehouse.jdbc;

import java.util.UUID;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.embedded.H2Server;

/** Empty H2 databases in memory, as the embedded warehouse opens its file. */
final class H2Database {

  private H2Database() {}

  /** The owner's login of a new one; it lives as long as this JVM. */
  static WarehouseLogin create() {
    return new WarehouseLogin(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";" + H2Server.DATABASE_OPTIONS + ";DB_CLOSE_DELAY=-1",
        "dockline_etl",
        new Secret("a 'quoted' \"pass\";word"));
  }

  /** The same with all tables. */
  static WarehouseLogin migrated() {
    WarehouseLogin login = create();
    new WarehouseMigrator(login).migrate();
    return login;
  }
}
