package org.dockline.dashboard.testing;

import java.sql.SQLException;
import org.h2.tools.Server;

/** The line to a warehouse in this JVM, which can be cut and mended. */
public final class WarehouseLine implements AutoCloseable {

  private int port;
  private Server server;

  /** A whole one. */
  public WarehouseLine() {
    server = listen();
    port = server.getPort();
  }

  String url(String database) {
    return "jdbc:h2:tcp://127.0.0.1:" + port + "/" + database;
  }

  /** Ends what goes over it, and lets nothing more. */
  public void cut() {
    server.stop();
  }

  /** Makes it whole, where it was. */
  public void mend() {
    server = listen();
  }

  private Server listen() {
    try {
      return Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifExists").start();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    cut();
  }
}
