package org.dockline.warehouse.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import sqlline.SqlLine;

/** Asks the warehouse in SQL, with the login that sees views only. */
public final class SqlShell {

  private static final String USAGE =
      """
      Answers one query, or opens a shell when there is none (!quit ends it).

        [--format table|csv|tsv|json|vertical] [QUERY]

      Settings (environment):
        WAREHOUSE_URL              JDBC address (jdbc:h2:tcp://127.0.0.1:9123/dockline)
        WAREHOUSE_READER_USER      login (dockline_reader)
        WAREHOUSE_READER_PASSWORD  its password, or WAREHOUSE_READER_PASSWORD_FILE

      It ends with 0 when the query was answered, 1 when it was not, 2 when it was asked wrongly.
      """;

  /** Held, because loggers that nobody holds forget their level. */
  private static final Logger TERMINAL = Logger.getLogger("org.jline");

  private SqlShell() {}

  /** Answers; see {@code --help}. */
  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "warehouse-logback.xml");
    System.exit(run(args, Settings.of(System.getenv()), System.out, System.err));
  }

  private static int run(String[] args, Settings settings, PrintStream out, PrintStream err) {
    if (args.length > 0 && args[0].equals("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      ShellArguments arguments = ShellArguments.parse(args);
      WarehouseLogin login = WarehouseLogin.reader(settings);
      settings.check();
      return answer(arguments, login);
    } catch (IllegalArgumentException e) {
      err.print(e.getMessage() + "\n\n" + USAGE);
      return 2;
    } catch (InvalidSettingsException e) {
      err.println(e.getMessage());
      return 2;
    } catch (WarehouseException | IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static int answer(ShellArguments arguments, WarehouseLogin login) throws IOException {
    login.check();
    TERMINAL.setLevel(Level.OFF);
    SqlLine.Status status =
        new SqlLine().begin(arguments.forSqlLine(login).toArray(String[]::new), null, true);
    return status == SqlLine.Status.OK ? 0 : 1;
  }
}
