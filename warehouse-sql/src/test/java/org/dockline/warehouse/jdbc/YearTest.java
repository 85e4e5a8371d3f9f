package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.embedded.H2Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of 2,400 stations answers every example query within a second. The short run has 96
 * stations for a month, and bounds that show a query that reads everything all the same.
 */
class YearTest {

  private static final boolean LONG = Boolean.getBoolean("dockline.long");
  private static final int STATIONS = Integer.getInteger("dockline.stations", LONG ? 2_400 : 96);
  private static final int DAYS = Integer.getInteger("dockline.days", LONG ? 365 : 31);
  private static final Duration BOUND = Duration.ofSeconds(1);

  @TempDir Path directory;

  @Test
  void answersEveryExampleWithinASecond() throws SQLException, IOException {
    WarehouseLogin login =
        new WarehouseLogin(
            "jdbc:h2:file:"
                + directory.resolve("year")
                + ";"
                + H2Server.DATABASE_OPTIONS
                + ";WRITE_DELAY=0;CACHE_SIZE=65536;DB_CLOSE_DELAY=-1",
            "dockline_etl",
            new Secret("year"));
    new WarehouseMigrator(login).migrate();
    try {
      YearOfHours.fill(login, STATIONS, DAYS);
      Map<String, Long> slow = new TreeMap<>();
      for (Path query : ExampleQueriesTest.queries().toList()) {
        long millis = millis(login, Files.readString(query));
        System.out.println(query.getFileName() + ": " + millis + " ms");
        if (millis > BOUND.toMillis()) {
          slow.put(query.getFileName().toString(), millis);
        }
      }
      assertThat(slow).isEmpty();
    } finally {
      Tables.execute(login, "SHUTDOWN");
    }
  }

  /** The better of two, as a query that is asked again finds its pages in the cache. */
  private static long millis(WarehouseLogin login, String query) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = nanos();
      assertThat(Tables.ask(login, query)).isNotEmpty();
      best = Math.min(best, Duration.ofNanos(nanos() - start).toMillis());
    }
    return best;
  }

  /** In the short run, the time H2 computes in this thread: others may keep the machine busy. */
  private static long nanos() {
    return LONG ? System.nanoTime() : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
