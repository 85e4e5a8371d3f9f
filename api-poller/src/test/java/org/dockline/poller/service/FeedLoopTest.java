package org.dockline.poller.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.Exchange;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.ObservationPublisher;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.PollSchedule;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.spool.SpoolState;
import org.dockline.station.Source;
import org.dockline.station.service.Health;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedLoopTest {

  private static final Exchange EXCHANGE =
      new Exchange(Source.JCDECAUX_V3, Duration.ofMillis(30), 200, 1_234, false);
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private static final SpoolState NOTHING_WAITS = new SpoolState(0, 0, null);

  private final Stop stop = new Stop();
  private final InstantSource clock = InstantSource.system();
  private final BlockingQueue<Instant> polls = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    stop.now();
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void pollsAtOnceThenOnItsGrid() throws InterruptedException {
    FeedLoop loop = started(this::good, batch -> {});
    Instant first = polled();
    assertThat(first).isNotNull();
    long tick = tick(first);
    for (int i = 0; i < 5; i++) {
      long next = tick(polled());
      assertThat(next).isGreaterThan(tick);
      tick = next;
    }
    Health health = health(loop).get();
    assertThat(health.up()).isTrue();
    assertThat(health.details().get("feed")).startsWith("well, last success ");
    assertThat(health.details()).containsEntry("process", "alive");
  }

  @Test
  void noErrorOfAPollEndsTheLoop() throws InterruptedException {
    FeedLoop loop =
        started(
            now -> {
              throw new IllegalStateException("a defect");
            },
            batch -> {});
    polled();
    polled();
    polled();
    Health health = health(loop).get();
    assertThat(health.up()).isFalse();
    assertThat(health.details()).containsEntry("process", "alive");
    assertThat(health.details().get("feed")).startsWith("no success lately, last success never");
  }

  @Test
  void afterFailuresItWaitsAsLongAsTheProviderAsks() throws InterruptedException {
    started(
        now -> new FeedAnswer.Unavailable(EXCHANGE, "too many", Duration.ofMinutes(5), List.of()),
        batch -> {});
    polled();
    assertThat(polls.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  /** Hours without a poll lie between two of this one, or it fails each time: nobody else waits. */
  @Test
  void aSlowOrBrokenFeedDelaysNoOther() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    start(
        now -> {
          try {
            released.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return good(now);
        });
    start(
        now -> {
          throw new StackOverflowError("deep");
        });
    started(this::good, batch -> {});
    for (int i = 0; i < 20; i++) {
      polled();
    }
    released.countDown();
  }

  @Test
  void metricsTellTheSame() throws InterruptedException {
    FeedLoop loop = started(this::good, batch -> {});
    polled();
    polled();
    stop.now();
    threads.getFirst().join(Duration.ofSeconds(10));
    PollerMetrics metrics = new PollerMetrics(INTERVAL, clock);
    metrics.watch(loop);
    assertThat(metrics.get())
        .contains("dockline_stations_sent_total{feed=\"feed\"} 1.0")
        .contains("dockline_poll_failures_total{feed=\"feed\"} 0.0");
  }

  @Test
  void whatKeepsPollingFromBeginningIsSaid() {
    FeedLoop loop = loop(this::good, batch -> {});
    Health health =
        new PollerHealth(
                List.of(loop),
                INTERVAL,
                clock,
                () -> "Kafka does not answer",
                () -> NOTHING_WAITS,
                Map.of())
            .get();
    assertThat(health.up()).isFalse();
    assertThat(health.details()).containsEntry("waiting", "Kafka does not answer");
  }

  private PollerHealth health(FeedLoop loop) {
    return new PollerHealth(
        List.of(loop), INTERVAL, clock, () -> null, () -> NOTHING_WAITS, Map.of());
  }

  /** Another feed, whose polls are not looked at. */
  private void start(Function<Instant, FeedAnswer> answer) {
    StationFeed feed = new Scripted(answer);
    PollCycle cycle = new PollCycle(feed, new ChangeDetector(SendPolicy.CHANGED), batch -> {});
    PollSchedule schedule = new PollSchedule(INTERVAL, new Random(1));
    threads.add(Thread.ofVirtual().start(new FeedLoop(feed, cycle, schedule, clock, stop)));
  }

  private FeedLoop started(Function<Instant, FeedAnswer> answer, ObservationPublisher publisher) {
    FeedLoop loop = loop(answer, publisher);
    threads.add(Thread.ofVirtual().start(loop));
    return loop;
  }

  private FeedLoop loop(Function<Instant, FeedAnswer> answer, ObservationPublisher publisher) {
    StationFeed feed =
        new Scripted(
            polledAt -> {
              polls.add(polledAt);
              return answer.apply(polledAt);
            });
    PollCycle cycle = new PollCycle(feed, new ChangeDetector(SendPolicy.CHANGED), publisher);
    return new FeedLoop(feed, cycle, new PollSchedule(INTERVAL, new Random(1)), clock, stop);
  }

  /** The number of the tick that a poll belongs to: one never holds two polls. */
  private static long tick(Instant poll) {
    return Math.floorDiv(poll.toEpochMilli() - 15, 20L);
  }

  private FeedAnswer good(Instant polledAt) {
    Instant report = Instant.parse("2025-09-30T14:00:00Z");
    return new FeedAnswer.Stations(
        EXCHANGE,
        List.of(ObservationBuilder.polledAt(polledAt).reportedAt(report).build()),
        List.of(),
        null,
        0);
  }

  private Instant polled() throws InterruptedException {
    Instant polledAt = polls.poll(10, TimeUnit.SECONDS);
    assertThat(polledAt).isNotNull();
    return polledAt;
  }

  private record Scripted(Function<Instant, FeedAnswer> answer) implements StationFeed {
    @Override
    public String scope() {
      return "*";
    }

    @Override
    public FeedAnswer poll(Instant polledAt) {
      return answer.apply(polledAt);
    }

    @Override
    public String toString() {
      return "feed";
    }
  }
}
