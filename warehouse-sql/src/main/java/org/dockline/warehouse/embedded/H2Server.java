package org.dockline.warehouse.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dockline.station.service.Health;
import org.dockline.warehouse.WarehouseException;
import org.h2.api.ErrorCode;
import org.h2.tools.Server;

/**
 * One database in one file, served over TCP. Only this process creates it; a client can open
 * nothing else and create nothing.
 */
public final class H2Server implements AutoCloseable {

  /** How the database is opened: SQL Server's words, and names that come out as written. */
  public static final String DATABASE_OPTIONS =
      "MODE=MSSQLServer;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

  /** Of the file, in KB: what fits into a heap of 256 MB together with a day that is loaded. */
  private static final int CACHE_KB = 64 * 1024;

  /** Rows of a result that is kept in memory, beyond which it goes to a file. */
  private static final int MEMORY_ROWS = 20_000;

  private static final String NAME = "dockline";

  private final Path file;
  private final Connection own;
  private final Server server;

  private H2Server(Path file, Connection own, Server server) {
    this.file = file;
    this.own = own;
    this.server = server;
  }

  /**
   * Opens the database, creating it when it is not there, and listens.
   *
   * @throws WarehouseException when the password is not the database's, another process has it
   *     open, or the port is taken
   */
  static H2Server start(EmbeddedSettings settings) {
    Path directory = settings.directory();
    Connection own = open(settings);
    try {
      Server server =
          Server.createTcpServer(
                  "-tcpPort",
                  Integer.toString(settings.port()),
                  // Who may come is decided by the address that is listened on.
                  "-tcpAllowOthers",
                  "-baseDir",
                  directory.toString(),
                  "-ifExists")
              .start();
      return new H2Server(directory.resolve(NAME + ".mv.db"), own, server);
    } catch (SQLException e) {
      close(own);
      throw new WarehouseException(
          "Port " + settings.port() + " is taken: choose another by WAREHOUSE_PORT", e);
    }
  }

  private static Connection open(EmbeddedSettings settings) {
    String url =
        String.join(
            ";",
            "jdbc:h2:file:" + settings.directory().resolve(NAME),
            DATABASE_OPTIONS,
            "DB_CLOSE_DELAY=-1",
            "DB_CLOSE_ON_EXIT=FALSE",
            // The writer in the background may catch a transaction between two of its tables, and a
            // kill at that moment would leave an index without its row.
            "WRITE_DELAY=0",
            "CACHE_SIZE=" + CACHE_KB,
            "MAX_MEMORY_ROWS=" + MEMORY_ROWS);
    try {
      Files.createDirectories(settings.directory());
      return DriverManager.getConnection(url, settings.user(), settings.password().reveal());
    } catch (IOException e) {
      throw new WarehouseException(
          "WAREHOUSE_DIR " + settings.directory() + " can't be created: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new WarehouseException(reason(settings, e), e);
    }
  }

  private static String reason(EmbeddedSettings settings, SQLException e) {
    return switch (e.getErrorCode()) {
      case ErrorCode.WRONG_USER_OR_PASSWORD ->
          "The database in "
              + settings.directory()
              + " was created with another WAREHOUSE_USER or WAREHOUSE_PASSWORD: set those";
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          "The database in " + settings.directory() + " is open in another process: end that first";
      default -> "The database in " + settings.directory() + " can't be opened: " + e.getMessage();
    };
  }

  /** The port that is listened on. */
  public int port() {
    return server.getPort();
  }

  /** The address for clients. */
  public String url() {
    return "jdbc:h2:tcp://127.0.0.1:" + port() + "/" + NAME;
  }

  /** Whether it answers. */
  Health health() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("url", url());
    details.put("file_mb", Long.toString(fileBytes() >> 20));
    return new Health(answers(), details);
  }

  /** Prometheus text. */
  String metrics() {
    return "# TYPE dockline_warehouse_file_bytes gauge\ndockline_warehouse_file_bytes "
        + fileBytes()
        + "\n";
  }

  private boolean answers() {
    try {
      return server.isRunning(false) && own.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private long fileBytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Takes no more clients, and writes everything into the file. */
  @Override
  public void close() {
    server.stop();
    try (Statement statement = own.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      throw new WarehouseException("The database did not close cleanly: " + e.getMessage(), e);
    }
  }

  private static void close(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      throw new WarehouseException("The database did not close: " + e.getMessage(), e);
    }
  }
}
