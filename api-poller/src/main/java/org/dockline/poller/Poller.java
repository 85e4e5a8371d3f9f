package org.dockline.poller;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.dockline.poller.contracts.LearnedContracts;
import org.dockline.poller.contracts.TimeZoneMap;
import org.dockline.poller.fallover.FallOver;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.kafka.SpoolingPublisher;
import org.dockline.poller.kafka.TopicContradictionException;
import org.dockline.poller.kafka.TopicEars;
import org.dockline.poller.kafka.TopicPlan;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.PollSchedule;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.recording.RecordedFeed;
import org.dockline.poller.recording.Recorder;
import org.dockline.poller.service.FeedLoop;
import org.dockline.poller.service.PollerHealth;
import org.dockline.poller.service.PollerMetrics;
import org.dockline.poller.service.PollerService;
import org.dockline.poller.service.Stop;
import org.dockline.poller.spool.Spool;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.service.HealthServer;
import org.dockline.station.service.ProcessEnd;
import org.dockline.station.service.ServiceCommand;
import org.dockline.station.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The poller's process: asks the sources and sends what changed to Kafka, until SIGTERM. */
public final class Poller {

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  /** An answer must leave room for what is made of it. */
  private static final long BODY_LIMIT =
      Math.clamp(Runtime.getRuntime().maxMemory() / 12, 8L * 1024 * 1024, 256L * 1024 * 1024);

  /** A poll that Kafka does not take by then goes to the spool. */
  private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(5);

  /** Polling begins without knowing what was sent before rather than later. */
  private static final Duration MEMORY_PATIENCE = Duration.ofSeconds(30);

  private static final Duration STOP_PROBE = Duration.ofMillis(100);

  private static final Duration LONGEST_END = Duration.ofSeconds(9);

  private final PollerSettings settings;
  private final Clock clock;
  private final Stop stop = new Stop();
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  private Poller(PollerSettings settings) {
    this.settings = settings;
    this.clock = Clock.offset(Clock.systemUTC(), settings.clockShift());
  }

  /** Runs until SIGTERM; see {@code --help}. */
  public static void main(String[] args) {
    int exitCode =
        new ServiceCommand(
                PollerSettings.USAGE,
                "The poller could not start",
                settings -> new Poller(PollerSettings.from(settings)).run())
            .run(args, Settings.of(System.getenv()), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private void run() throws IOException, InterruptedException, TopicContradictionException {
    try (FeedClient client = FeedClient.of(FeedClient.Timeouts.USUAL, BODY_LIMIT);
        Recorder recorder = recorder();
        SpoolingPublisher publisher = publisher();
        TopicEars ears =
            new TopicEars(settings.bootstrapServers(), settings.stationsTopic(), run)) {
      FeedClient asked = settings.recordDir() == null ? client : client.telling(recorder);
      Feeds feeds = Feeds.of(settings, asked, learned(), clock.instant());
      PollerMetrics metrics = new PollerMetrics(settings.interval(), clock).with(publisher);
      List<FeedLoop> loops =
          feeds.feeds().stream()
              .map(feed -> new RecordedFeed(feed, recorder))
              .map(feed -> loop(metrics.metered(feed), publisher, ears))
              .toList();
      loops.forEach(metrics::watch);
      metrics.watch(all -> all.gauge("dockline.recording.lost", recorder, Recorder::lost));
      PollerService service =
          new PollerService(
              loops,
              TopicPlan.pipeline(settings.stationsTopic(), settings.stationsTopicPartitions()),
              settings.bootstrapServers(),
              clock,
              stop,
              () -> open(publisher, ears, feeds.fallOver()));
      ProcessEnd.waitsForThisThread(() -> end(client), LONGEST_END);
      PollerHealth report = report(loops, service, publisher, others(feeds.fallOver(), metrics));
      try (HealthServer health = HealthServer.start(settings.health(), report, metrics)) {
        announce(loops, health);
        service.run();
      }
    }
  }

  private void open(SpoolingPublisher publisher, TopicEars ears, @Nullable FallOver fallOver)
      throws InterruptedException {
    publisher.open();
    ears.open();
    Instant deadline = clock.instant().plus(MEMORY_PATIENCE);
    while (!ears.awaitCaughtUp(STOP_PROBE) && !stop.isTold()) {
      if (clock.instant().isAfter(deadline)) {
        LOG.warn("What was sent before is not read yet: polling begins by sending every station");
        return;
      }
    }
    if (fallOver != null) {
      fallOver.resume(ears.listNewest(), clock.instant());
    }
  }

  private FeedLoop loop(StationFeed feed, SpoolingPublisher publisher, TopicEars ears) {
    PollCycle cycle =
        new PollCycle(
            feed, new ChangeDetector(settings.policy()), publisher, ears.of(feed.scope()));
    PollSchedule schedule = new PollSchedule(settings.interval(), new Random());
    return new FeedLoop(feed, cycle, schedule, clock, stop);
  }

  private LearnedContracts learned() {
    ThreadFactory background = Thread.ofPlatform().daemon().name("contracts").factory();
    return new LearnedContracts(
        ContractCatalogue.with(settings.contractZones()),
        new TimeZoneMap(),
        Executors.newSingleThreadExecutor(background));
  }

  private Recorder recorder() {
    return new Recorder(
        Objects.requireNonNullElse(settings.recordDir(), Path.of("")), settings.apiKey());
  }

  private SpoolingPublisher publisher() throws IOException {
    return SpoolingPublisher.connect(
        settings.bootstrapServers(),
        settings.stationsTopic(),
        run,
        Spool.open(settings.spoolDir(), settings.spoolLimit()),
        KAFKA_PATIENCE,
        clock);
  }

  private PollerHealth report(
      List<FeedLoop> loops,
      PollerService service,
      SpoolingPublisher publisher,
      Map<String, Supplier<String>> others) {
    return new PollerHealth(
        loops,
        settings.interval(),
        clock,
        () -> service.waitingFor() == null ? publisher.trouble() : service.waitingFor(),
        publisher::waiting,
        others);
  }

  private static Map<String, Supplier<String>> others(
      @Nullable FallOver fallOver, PollerMetrics metrics) {
    if (fallOver == null) {
      return Map.of();
    }
    metrics.watch(registry -> registry.gauge("dockline.stand.ins", fallOver, FallOver::standIns));
    return Map.of("fall-over", fallOver::summary);
  }

  private void announce(List<FeedLoop> loops, HealthServer health) {
    LOG.info(
        "Polling {} every {} into {} at {}; health on port {}",
        loops.stream().map(FeedLoop::feed).toList(),
        settings.interval(),
        settings.stationsTopic(),
        settings.bootstrapServers(),
        health.port());
    if (settings.interval().compareTo(PollerSettings.LONG_INTERVAL) > 0) {
      LOG.warn("POLL_INTERVAL is {}: the page lags as far behind", settings.interval());
    }
  }

  /** A call under way is broken off; what came is delivered. */
  private void end(FeedClient client) {
    stop.now();
    client.close();
  }
}
