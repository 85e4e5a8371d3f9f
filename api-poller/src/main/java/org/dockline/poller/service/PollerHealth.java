package org.dockline.poller.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.dockline.poller.spool.SpoolState;
import org.dockline.station.service.Health;
import org.jspecify.annotations.Nullable;

/**
 * Whether facts flow. Up means that at least one feed was polled lately and that nothing waits long
 * for Kafka; a poller that lives and only gets errors is down and says that it lives. Each feed's
 * line says that it is late as soon as two intervals have passed without a success; one that rests
 * has none.
 */
public final class PollerHealth implements Supplier<Health> {

  /** After as many without a success a feed is late. */
  static final int LATE_AFTER = 2;

  private static final int INTERVALS = 5;
  private static final Duration LEAST = Duration.ofMinutes(1);

  private final List<FeedLoop> feeds;
  private final Duration patience;
  private final InstantSource clock;
  private final Supplier<@Nullable String> waitingFor;
  private final Supplier<SpoolState> spool;
  private final Duration interval;
  private final Map<String, Supplier<String>> parts;

  /**
   * Looks at these feeds.
   *
   * @param interval how often each is polled
   * @param waitingFor what keeps records from being sent; null when nothing does
   * @param spool what waits for Kafka
   * @param parts how other parts are, by name
   */
  public PollerHealth(
      List<FeedLoop> feeds,
      Duration interval,
      InstantSource clock,
      Supplier<@Nullable String> waitingFor,
      Supplier<SpoolState> spool,
      Map<String, Supplier<String>> parts) {
    this.feeds = List.copyOf(feeds);
    Duration some = interval.multipliedBy(INTERVALS);
    this.patience = some.compareTo(LEAST) < 0 ? LEAST : some;
    this.clock = clock;
    this.waitingFor = waitingFor;
    this.spool = spool;
    this.interval = interval;
    this.parts = new LinkedHashMap<>(parts);
  }

  @Override
  public Health get() {
    Instant now = clock.instant();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("process", "alive");
    String waiting = waitingFor.get();
    if (waiting != null) {
      details.put("waiting", waiting);
    }
    SpoolState waits = spool.get();
    if (waits.oldest() != null) {
      details.put(
          "spool",
          "not delivered yet: %d records (%d KiB) since %s"
              .formatted(waits.records(), waits.bytes() / 1024, waits.oldest()));
    }
    parts.forEach((name, part) -> details.put(name, part.get()));
    List<FeedLoop> speaking = feeds.stream().filter(loop -> !loop.rests()).toList();
    speaking.forEach(loop -> details.put(loop.feed(), line(loop.status(), now)));
    boolean polled = speaking.stream().anyMatch(loop -> within(patience, loop.status(), now));
    return new Health(polled && waiting == null && !late(waits, now), details);
  }

  private boolean late(SpoolState waits, Instant now) {
    return waits.oldest() != null && Duration.between(waits.oldest(), now).compareTo(patience) > 0;
  }

  private static boolean within(Duration time, FeedStatus s, Instant now) {
    return s.lastSuccess() != null && Duration.between(s.lastSuccess(), now).compareTo(time) <= 0;
  }

  /** Whether its last success is at most two intervals old. */
  static boolean inTime(FeedStatus s, Duration interval, Instant now) {
    return within(interval.multipliedBy(LATE_AFTER), s, now);
  }

  private String line(FeedStatus s, Instant now) {
    String line =
        "%s, last success %s, %d polls, %d failures (%d in a row), %d sent, %d unchanged, %d rejected"
            .formatted(
                inTime(s, interval, now) ? "well" : "no success lately",
                Objects.toString(s.lastSuccess(), "never"),
                s.polls(),
                s.failures(),
                s.failuresInRow(),
                s.sent(),
                s.unchanged(),
                s.rejected());
    return s.problem() == null ? line : line + "; " + s.problem();
  }
}
