package org.dockline.dashboard.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A dashboard of made-up cities with a past in a warehouse, to look at pages without a pipeline:
 * {@code Showroom [DAYS]}. Prints its address and runs until it is interrupted.
 */
public final class Showroom {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private Showroom() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int days = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    SomeWarehouse warehouse = new SomeWarehouse();
    for (String contract : List.of("lyon", "dublin")) {
      warehouse.loadPast(DashboardUnderTest.CITIES, contract, days, Instant.now());
    }
    Path folder = Files.createTempDirectory("showroom");
    try (DashboardUnderTest dashboard = DashboardUnderTest.start(folder, warehouse.settings())) {
      dashboard.publishPast();
      System.out.println(dashboard.address());
      while (!Thread.currentThread().isInterrupted()) {
        dashboard.publish(List.of());
        Thread.sleep(EVERY);
      }
    }
  }
}
