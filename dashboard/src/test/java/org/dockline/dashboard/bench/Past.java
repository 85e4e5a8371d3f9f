package org.dockline.dashboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.dashboard.testing.SnapshotFolder;
import org.dockline.station.StationObservation;

/**
 * Two days of {@code recent/} as a stream that runs for long has it: merged, but for the newest.
 */
final class Past {

  /** Enough that one must be found among others. */
  static final int STATIONS = 300;

  private static final Duration EVERY = Duration.ofMinutes(1);

  private Past() {}

  /** So many files that each hold so much. */
  private record Tier(int files, Duration length) {}

  /** Two days before today, the hours of today, merges of this hour, and what came last. */
  private static final List<Tier> TIERS =
      List.of(
          new Tier(1, Duration.ofHours(24)),
          new Tier(1, Duration.ofHours(15)),
          new Tier(9, Duration.ofHours(1)),
          new Tier(10, Duration.ofMinutes(5)),
          new Tier(30, Duration.ofSeconds(20)));

  static void write(SnapshotFolder folder, Instant now) {
    Duration all =
        TIERS.stream()
            .map(tier -> tier.length().multipliedBy(tier.files()))
            .reduce(Duration.ZERO, Duration::plus);
    Instant from = now.minus(all);
    int number = 0;
    for (Tier tier : TIERS) {
      for (int i = 0; i < tier.files(); i++) {
        Instant to = from.plus(tier.length());
        folder.append("date=past/part-" + number + ".parquet", between(from, to), now);
        number++;
        from = to;
      }
    }
  }

  /** Stations tell of themselves at different seconds, each once a minute. */
  private static List<StationObservation> between(Instant from, Instant to) {
    MadeUpCities city = new MadeUpCities(STATIONS, "lyon");
    List<StationObservation> rows = new ArrayList<>();
    for (int station = 1; station <= STATIONS; station++) {
      long phase = EVERY.toMillis() * station / STATIONS;
      long first = Math.ceilDiv(from.toEpochMilli() - phase, EVERY.toMillis()) * EVERY.toMillis();
      for (Instant at = Instant.ofEpochMilli(first + phase); at.isBefore(to); at = at.plus(EVERY)) {
        rows.add(city.station("lyon", station, at));
      }
    }
    rows.sort(
        Comparator.comparing(StationObservation::key).thenComparing(StationObservation.ORDER));
    return rows;
  }
}
