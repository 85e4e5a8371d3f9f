package org.dockline.endtoend;

/** How the tests reach an embedded warehouse of their own. */
final class EmbeddedUrl {

  static final String USER = "dockline_etl";
  static final String PASSWORD = "planted-etl";

  private EmbeddedUrl() {}

  static String at(int port) {
    return "jdbc:h2:tcp://127.0.0.1:" + port + "/dockline";
  }
}
