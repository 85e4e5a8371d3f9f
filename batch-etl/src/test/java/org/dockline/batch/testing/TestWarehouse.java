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

  private final String name;
  private Server server;

  private TestWarehouse(String name, Server server) {
    this.name = name;
    this.server = server;
  }

  /** Starts one on a free port. */
  public static TestWarehouse start() {
    String name = "mem:" + UUID.randomUUID();
    String options = ";" + H2Server.DATABASE_OPTIONS + ";DB_CLOSE_DELAY=-1";
    new WarehouseMigrator(new WarehouseLogin("jdbc:h2:" + name + options, USER, PASSWORD))
        .migrate();
    return new TestWarehouse(name, listen());
  }

  /** Breaks every connection, as a network does, and listens somewhere else. */
  public void breakConnections() {
    server.stop();
    server = listen();
  }

  private static Server listen() {
    try {
      return Server.createTcpServer("-tcpPort", "0", "-ifExists").start();
    } catch (SQLException e) {
      throw new IllegalStateException("The warehouse could not listen", e);
    }
  }

  /** For whoever writes. */
  public WarehouseLogin login() {
    String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + name;
    return new WarehouseLogin(url, USER, PASSWORD);
  }

  @Override
  public void close() {
    server.stop();
  }
}
