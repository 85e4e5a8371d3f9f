package org.dockline.batch.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.function.Consumer;
import org.dockline.station.ContractDay;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;

/**
 * One day of one large city, each station once a minute. Of the records 12 % tell other counts than
 * the one before, the heartbeat comes every ten minutes, and 2 % are delivered twice.
 *
 * @param stations how many
 */
record BenchDay(int stations) {

  static final ContractDay DAY =
      new ContractDay("lyon", LocalDate.parse("2026-03-10"), ZoneId.of("Europe/Paris"));
  static final int MINUTES = 24 * 60;

  private static final int CAPACITY = 24;
  private static final double CHANGES = 0.12;
  private static final double TWICE = 0.02;

  /** Of about that many records. */
  static BenchDay ofRecords(long records) {
    return new BenchDay(Math.toIntExact(Math.max(1, records / MINUTES)));
  }

  /** All records in the order of polling; returns how many. */
  long forEach(Consumer<StationObservation> each) {
    Random random = new Random(1);
    int[] bikes = random.ints(stations, 0, CAPACITY + 1).toArray();
    Instant[] reported = new Instant[stations];
    long records = 0;
    for (int minute = 0; minute < MINUTES; minute++) {
      Instant polled = DAY.start().plus(Duration.ofMinutes(minute)).plusMillis(137);
      for (int s = 0; s < stations; s++) {
        boolean changes = random.nextDouble() < CHANGES;
        bikes[s] = changes ? step(bikes[s], random) : bikes[s];
        boolean beat = changes || reported[s] == null || (minute + s) % 10 == 0;
        Instant at = beat ? polled.minusSeconds(random.nextInt(60)) : reported[s];
        reported[s] = reported[s] != null && at.isBefore(reported[s]) ? reported[s] : at;
        StationObservation o = observation(s, bikes[s], reported[s], polled);
        each.accept(o);
        records++;
        if (random.nextDouble() < TWICE) {
          each.accept(o);
          records++;
        }
      }
    }
    return records;
  }

  private static int step(int bikes, Random random) {
    int next = bikes + (random.nextBoolean() ? 1 : -1);
    return Math.min(CAPACITY, Math.max(0, next));
  }

  private static StationObservation observation(
      int s, int bikes, Instant reported, Instant polled) {
    return new StationObservation(
        new StationKey(DAY.contract(), Integer.toString(s + 1)),
        new Place(
            "%04d - Place du Général %d".formatted(s, s),
            s + " rue de la République, 69002 Lyon",
            45.75 + s * 1e-5,
            4.85 + s * 1e-5),
        new Counts(CAPACITY, bikes, CAPACITY - bikes, bikes / 2, bikes - bikes / 2, null, null),
        StationStatus.OPEN,
        new Flags(true, false, true, false),
        reported,
        null,
        polled,
        Source.JCDECAUX_V3,
        "{\"shape\":null,\"overflowStands\":null}",
        true);
  }
}
