package org.dockline.station.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * Makes up what polls may say of one station: moves, heartbeats, silence, stale copies, clocks that
 * run ahead, closing, 0/0, lost lines, leaving, moving to another source. In whole seconds and
 * without repetitions; the same seed gives the same history.
 */
public final class RandomHistory {

  private static final List<Source> SOURCES = List.of(Source.values());

  private final Random random;
  private final StationKey key;
  private Source source = Source.JCDECAUX_V3;
  private Instant reported = Instant.EPOCH;
  private int bikes = 5;

  private RandomHistory(long seed, StationKey key) {
    this.random = new Random(seed);
    this.key = key;
  }

  /** The observations polled in [from, to), in the order of polling. */
  public static List<StationObservation> of(long seed, StationKey key, Instant from, Instant to) {
    return new RandomHistory(seed, key).between(from, to);
  }

  private List<StationObservation> between(Instant from, Instant to) {
    List<StationObservation> history = new ArrayList<>();
    Instant now = from.plusSeconds(random.nextInt(3_600));
    while (now.isBefore(to)) {
      history.add(poll(now));
      now = now.plusSeconds(wait(random.nextInt(100)));
    }
    return history;
  }

  private long wait(int chance) {
    if (chance < 3) {
      return 900L + random.nextInt(9_000);
    }
    if (chance < 6) {
      return 900;
    }
    return chance < 50 ? 60L * (1 + random.nextInt(10)) : 1L + random.nextInt(600);
  }

  private StationObservation poll(Instant now) {
    if (random.nextInt(40) == 0) {
      source = SOURCES.get(random.nextInt(SOURCES.size()));
    }
    if (random.nextInt(3) > 0) {
      bikes = Math.clamp(bikes + random.nextInt(13) - 6L, 0, 10);
    }
    reported = random.nextInt(3) == 0 ? reported : now.minusSeconds(random.nextInt(120));
    ObservationBuilder o =
        ObservationBuilder.polledAt(now)
            .station(key)
            .source(source)
            .capacity(random.nextInt(30) == 0 ? null : 10 + random.nextInt(2))
            .counts(bikes, docks())
            .reportedAt(report(now));
    if (!source.heartbeat() && random.nextInt(10) == 0) {
      o.feedUpdatedAt(now.minusSeconds(random.nextInt(4_000)));
    }
    return oddity(o);
  }

  private @Nullable Integer docks() {
    return source.heartbeat() ? Integer.valueOf(10 - bikes) : null;
  }

  private @Nullable Instant report(Instant now) {
    return switch (random.nextInt(25)) {
      case 0 -> null;
      case 1 -> now.plusSeconds(random.nextInt(120));
      case 2 -> now.minus(Duration.ofSeconds(random.nextInt(4_000)));
      default -> reported;
    };
  }

  private StationObservation oddity(ObservationBuilder o) {
    return switch (random.nextInt(60)) {
      case 0 -> o.closed().build();
      case 1 -> o.counts(0, 0).build();
      case 2 -> o.disconnected().build();
      case 3 -> o.gone();
      case 4 -> o.counts(null, null).build();
      default -> o.build();
    };
  }
}
