package org.dockline.poller.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.Exchange;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.OneSided;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.PollSchedule;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.polling.Standing;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.spool.SpoolState;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.service.Health;
import org.dockline.station.testing.ObservationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One feed, polled by hand on a clock that the test moves. */
class PollerMetricsTest {

  private static final Instant START = Instant.parse("2025-09-30T14:00:00Z");
  private static final SpoolState NOTHING_WAITS = new SpoolState(0, 0, null);
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Exchange EXCHANGE =
      new Exchange(Source.GBFS_3, Duration.ofMillis(180), 200, 1_234, false);

  private final Scripted feed = new Scripted();
  private final PollerMetrics metrics = new PollerMetrics(INTERVAL, () -> feed.now);
  private final StationFeed metered = metrics.metered(feed);
  private final Stop stop = new Stop();
  private final FeedLoop loop =
      new FeedLoop(
          metered,
          new PollCycle(metered, new ChangeDetector(SendPolicy.CHANGED), batch -> {}),
          new PollSchedule(INTERVAL, new Random(1)),
          () -> feed.now,
          stop);
  private final PollerHealth health =
      new PollerHealth(
          List.of(loop),
          INTERVAL,
          () -> feed.now,
          () -> null,
          () -> NOTHING_WAITS,
          Map.of("fall-over", () -> "none"));

  PollerMetricsTest() {
    metrics.watch(loop);
  }

  @Test
  void countsWhatIsSentUnchangedAndRejectedByReason() {
    poll(answer(bad("capacity", "must not be negative"), bad(null, "not readable: at line 7")));
    feed.now = feed.now.plusSeconds(10);
    poll(answer(bad("capacity", "must not be negative")));
    assertThat(metrics.get())
        .contains("dockline_stations_sent_total{feed=\"feed\"} 2.0")
        .contains("dockline_stations_unchanged_total{feed=\"feed\"} 2.0")
        .contains("dockline_stations{feed=\"feed\"} 2.0")
        .contains(reason("capacity must not be negative", 2))
        .contains(reason("not readable", 1))
        .contains(reason("duplicate station", 2))
        .contains("dockline_stations_one_sided{feed=\"feed\",lacks=\"status\"} 3.0")
        .contains("dockline_stations_one_sided{feed=\"feed\",lacks=\"information\"} 4.0")
        .contains("dockline_impossible_times_total{feed=\"feed\"} 10.0");
  }

  @Test
  void hasAHistogramOfLatencies() {
    poll(answer());
    assertThat(metrics.get())
        .contains("dockline_poll_latency_seconds_bucket{feed=\"feed\",le=\"0.1\"} 0")
        .contains("dockline_poll_latency_seconds_bucket{feed=\"feed\",le=\"0.25\"} 1")
        .contains("dockline_poll_latency_seconds_count{feed=\"feed\"} 1");
  }

  @Test
  void textsOfAProviderMakeNoSeriesWithoutEnd() {
    Rejection[] all =
        IntStream.range(0, 500).mapToObj(i -> bad("field" + i, "is odd")).toArray(Rejection[]::new);
    poll(answer(all));
    assertThat(
            metrics.get().lines().filter(l -> l.startsWith("dockline_rejected_by_reason_total{")))
        .hasSizeLessThanOrEqualTo(52)
        .anyMatch(l -> l.contains("reason=\"other\""));
  }

  @Test
  void aDeadFeedIsSeenWithinTwoIntervals() {
    poll(answer());
    Instant success = feed.now;
    feed.now = success.plus(INTERVAL.multipliedBy(2));
    assertThat(metrics.get()).contains("dockline_feed_up{feed=\"feed\"} 1.0");
    assertThat(line(health.get())).startsWith("well, last success " + success);
    feed.now = feed.now.plusMillis(1);
    assertThat(metrics.get())
        .contains("dockline_feed_up{feed=\"feed\"} 0.0")
        .contains("dockline_last_success_age_seconds{feed=\"feed\"} 20.001");
    assertThat(line(health.get())).startsWith("no success lately, last success " + success);
    // One that is late is no reason yet to call the whole poller down.
    assertThat(health.get().up()).isTrue();
    feed.now = success.plus(Duration.ofMinutes(2));
    assertThat(health.get().up()).isFalse();
  }

  /** An hour of polls that take up to 9 s each, by a machine that wakes up to 50 ms late. */
  @Test
  void anHourOfPollsDoesNotDrift() {
    Random random = new Random(3);
    Instant first = START.plusMillis(8_500);
    Instant due = first;
    int polls = 0;
    while (due.isBefore(first.plus(Duration.ofHours(1)))) {
      feed.now = due.plusMillis(random.nextInt(50));
      feed.takes = Duration.ofMillis(random.nextInt(9_000));
      feed.answers.add(answer());
      due = loop.pollOnce();
      assertThat(Math.floorMod(due.toEpochMilli(), 10_000L)).isEqualTo(8_500);
      polls++;
    }
    assertThat(polls).isEqualTo(360);
  }

  @Test
  void aFeedThatRestsIsNeitherDeadNorAProofOfLife() {
    feed.standing = new Standing(Set.of("lyon"), Source.JCDECAUX_V3, List.of(), null);
    poll(new FeedAnswer.Unexpired());
    assertThat(loop.rests()).isTrue();
    assertThat(health.get().details()).doesNotContainKey("feed").containsEntry("fall-over", "none");
    assertThat(health.get().up()).isFalse();
    poll(new FeedAnswer.Unavailable(EXCHANGE, "HTTP 500", null, List.of()));
    assertThat(loop.rests()).isFalse();
    assertThat(line(health.get())).endsWith("; HTTP 500");
  }

  @Test
  void otherPartsCanBeWatched() {
    metrics.watch(registry -> registry.gauge("dockline.part", 7));
    assertThat(metrics.get()).contains("dockline_part 7.0");
  }

  private void poll(FeedAnswer answer) {
    feed.answers.add(answer);
    loop.pollOnce();
  }

  private FeedAnswer answer(Rejection... rejections) {
    StationObservation one = ObservationBuilder.polledAt(feed.now).reportedAt(START).build();
    StationObservation two =
        ObservationBuilder.polledAt(feed.now).station("lyon/8").reportedAt(START).build();
    return new FeedAnswer.Stations(
        EXCHANGE, List.of(one, one, two), List.of(rejections), null, 5, new OneSided(3, 4));
  }

  private Rejection bad(@Nullable String field, String reason) {
    return new Rejection(feed.now, Source.GBFS_3, "lyon", "9", field, "x", reason, "{}");
  }

  private static String reason(String reason, int count) {
    return "dockline_rejected_by_reason_total{feed=\"feed\",reason=\"%s\"} %d.0"
        .formatted(reason, count);
  }

  private static String line(Health health) {
    return String.valueOf(health.details().get("feed"));
  }

  private static final class Scripted implements StationFeed {
    private final Deque<FeedAnswer> answers = new ArrayDeque<>();
    private Instant now = START;
    private Standing standing = Standing.ALONE;
    private Duration takes = Duration.ZERO;

    @Override
    public String scope() {
      return "lyon";
    }

    @Override
    public FeedAnswer poll(Instant polledAt) {
      now = now.plus(takes);
      return answers.removeFirst();
    }

    @Override
    public Standing standing() {
      return standing;
    }

    @Override
    public String toString() {
      return "feed";
    }
  }
}
