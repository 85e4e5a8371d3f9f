package org.dockline.batch.testing;

import java.sql.SQLException;
import java.util.UUID;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.embedded.H2Server;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.dockline.warehouse.jdbc.WarehouseMigrator;
import org.h2.tools.Server;

/** An empty, migrated H2 warehouse in this JVM's memory that other processes reach over TCP. */
public final class TestWarehouse implements AutoCloseable {

  private static final Secret PASSWORD = new Secret("for a test");
  private static final String USER = "dockline_etl";

  private final Server server;
  private final WarehouseLogin login;

  private TestWarehouse(Server server, WarehouseLogin login) {
    this.server = server;
    this.login = login;
  }

  /** Starts one on a free port. */
  public static TestWarehouse start() {
    String name = "mem:" + UUID.randomUUID();
    String options = ";" + H2Server.DATABASE_OPTIONS + ";DB_CLOSE_DELAY=-1";
    new WarehouseMigrator(new WarehouseLogin("jdbc:h2:" + name + options, USER, PASSWORD))
        .migrate();
    try {
      Server server = Server.createTcpServer("-tcpPort", "0", "-ifExists").start();
      String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + name;
      return new TestWarehouse(server, new WarehouseLogin(url, USER, PASSWORD));
    } catch (SQLException e) {
      throw new IllegalStateException("The warehouse could not listen", e);
    }
  }

  /** For whoever writes. */
  public WarehouseLogin login() {
    return login;
  }

  @Override
  public void close() {
    server.stop();
  }
}
