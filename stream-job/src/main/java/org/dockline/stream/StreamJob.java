package org.dockline.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;
import org.dockline.station.service.HealthServer;
import org.dockline.station.service.ServiceCommand;
import org.dockline.station.settings.Settings;
import org.dockline.stream.kafka.KafkaTopics;
import org.dockline.stream.spark.StreamSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The speed chain's process: from the topics to live and recent snapshots, until SIGTERM. */
public final class StreamJob {

  private static final Logger LOG = LoggerFactory.getLogger(StreamJob.class);

  private static final Duration KAFKA_ANSWER = Duration.ofSeconds(5);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(9);

  /** Spark's own hook has 50; ours must come before it. */
  private static final int BEFORE_SPARK = 100;

  private final StreamSettings settings;
  private final Clock clock = Clock.systemUTC();

  private StreamJob(StreamSettings settings) {
    this.settings = settings;
  }

  /** Runs until SIGTERM; see {@code --help}. */
  public static void main(String[] args) {
    int exitCode =
        new ServiceCommand(
                StreamSettings.USAGE,
                "The stream could not start",
                settings -> new StreamJob(StreamSettings.from(settings)).run())
            .run(args, Settings.of(System.getenv()), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private void run() throws IOException, InterruptedException {
    StreamHealth health = new StreamHealth(clock, longestSilence());
    try (HealthServer server = HealthServer.start(settings.health(), health, health::metrics);
        SparkSession spark = StreamSession.start(settings.sparkMaster());
        KafkaTopics topics =
            KafkaTopics.connect(settings.bootstrapServers(), settings.topics(), KAFKA_ANSWER)) {
      StreamService service = new StreamService(settings, spark, topics, health, clock);
      ShutdownHookManager.get().addShutdownHook(() -> service.stop(END), BEFORE_SPARK);
      LOG.info(
          "Reading {} at {} every {} into {}; health on port {}",
          settings.topics(),
          settings.bootstrapServers(),
          settings.trigger(),
          settings.snapshots(),
          server.port());
      service.run();
    }
  }

  private Duration longestSilence() {
    Duration triggers = settings.trigger().multipliedBy(3);
    return triggers.compareTo(LONGEST_SILENCE) > 0 ? triggers : LONGEST_SILENCE;
  }
}
