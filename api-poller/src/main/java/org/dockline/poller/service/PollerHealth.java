package org.dockline.poller.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.dockline.station.service.Health;
import org.jspecify.annotations.Nullable;

/**
 * Whether facts flow. Up means that at least one feed was polled and delivered lately; a poller
 * that lives and only gets errors is down and says that it lives.
 */
public final class PollerHealth implements Supplier<Health> {

  private static final int INTERVALS = 5;
  private static final Duration LEAST = Duration.ofMinutes(1);

  private final List<FeedLoop> feeds;
  private final Duration patience;
  private final InstantSource clock;
  private final Supplier<@Nullable String> waitingFor;

  /**
   * Looks at these feeds.
   *
   * @param interval how often each is polled
   * @param waitingFor what keeps polling from beginning; null when nothing does
   */
  public PollerHealth(
      List<FeedLoop> feeds,
      Duration interval,
      InstantSource clock,
      Supplier<@Nullable String> waitingFor) {
    this.feeds = List.copyOf(feeds);
    Duration some = interval.multipliedBy(INTERVALS);
    this.patience = some.compareTo(LEAST) < 0 ? LEAST : some;
    this.clock = clock;
    this.waitingFor = waitingFor;
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
    feeds.forEach(loop -> details.put(loop.feed(), line(loop.status(), now)));
    return new Health(feeds.stream().anyMatch(loop -> fresh(loop.status(), now)), details);
  }

  private boolean fresh(FeedStatus s, Instant now) {
    return s.lastSuccess() != null
        && Duration.between(s.lastSuccess(), now).compareTo(patience) <= 0;
  }

  private String line(FeedStatus s, Instant now) {
    String line =
        "%s, last success %s, %d polls, %d failures (%d in a row), %d sent, %d rejected"
            .formatted(
                fresh(s, now) ? "well" : "no success lately",
                Objects.toString(s.lastSuccess(), "never"),
                s.polls(),
                s.failures(),
                s.failuresInRow(),
                s.sent(),
                s.rejected());
    return s.problem() == null ? line : line + "; " + s.problem();
  }
}
