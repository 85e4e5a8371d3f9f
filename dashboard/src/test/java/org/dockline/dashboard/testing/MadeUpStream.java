package org.dockline.dashboard.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.StationObservation;

/**
 * Publishes made-up cities for ever, to look at pages without a pipeline: {@code MadeUpStream
 * FOLDER}.
 */
public final class MadeUpStream {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private MadeUpStream() {}

  /** Runs until it is interrupted. */
  public static void main(String[] args) throws InterruptedException {
    SnapshotFolder folder = new SnapshotFolder(Path.of(args[0]));
    MadeUpCities cities =
        new MadeUpCities(
            150,
            "lyon",
            "bruxelles",
            "toulouse",
            "dublin",
            "seville",
            "luxembourg",
            "vilnius",
            "toyama");
    Instant now = Instant.now();
    pour(folder, cities, now);
    for (long batch = now.getEpochSecond(); ; batch++) {
      now = Instant.now();
      List<StationObservation> stations = cities.at(now);
      folder.publish(stations, cities.facts(batch, now));
      Thread.sleep(EVERY);
    }
  }

  private static void pour(SnapshotFolder folder, MadeUpCities cities, Instant now) {
    List<StationObservation> past = new ArrayList<>();
    for (Instant at = now.minus(Duration.ofHours(30)); at.isBefore(now); at = at.plusSeconds(600)) {
      if (at.isBefore(now.minus(Duration.ofHours(9)))
          || at.isAfter(now.minus(Duration.ofHours(7)))) {
        past.addAll(cities.at(at));
      }
    }
    folder.append("date=past/part.parquet", past, now);
  }
}
