package org.dockline.poller.simulator;

import java.time.Clock;
import java.util.List;
import org.dockline.poller.simulator.pour.PourIntoKafka;
import org.dockline.station.Topics;
import org.dockline.station.service.ToolCommand;
import org.dockline.station.settings.Settings;

/** Pours the simulated past into the topics, so that a newcomer sees yesterday at once. */
public final class HistoryPour {

  private static final int DEFAULT_DAYS = 2;

  private static final String USAGE =
      """
      Pours the simulated past into the topics, up to now, as if it had been polled once a minute.
      Run again, it goes on from the newest poll in the topics.

        --days N    whole local days of every contract before today (2)

      Settings (environment):
        KAFKA_BOOTSTRAP_SERVERS    the brokers (127.0.0.1:9092)
        STATIONS_TOPIC             where observations go (stations_topic)
        STATIONS_TOPIC_PARTITIONS  how many partitions it has (1)
      """
          + SimulatorSettings.USAGE;

  private HistoryPour() {}

  /** Ends with 0 when done, 1 when Kafka failed, 2 when something must be set otherwise. */
  public static void main(String[] args) {
    int exitCode =
        new ToolCommand(
                USAGE,
                "The pour broke off, run it again to go on",
                (given, settings, out, err) -> {
                  int days = days(given);
                  out.println(intoKafka(settings).run(days));
                })
            .run(args, Settings.of(System.getenv()), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private static int days(List<String> args) {
    if (args.isEmpty()) {
      return DEFAULT_DAYS;
    }
    if (args.size() == 2 && args.getFirst().equals("--days") && args.get(1).matches("\\d{1,4}")) {
      return Integer.parseInt(args.get(1));
    }
    throw new IllegalArgumentException(
        "Wanted: --days N with a whole number, but was: " + String.join(" ", args));
  }

  private static PourIntoKafka intoKafka(Settings settings) {
    String brokers = settings.text("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092");
    String stationsTopic = settings.text("STATIONS_TOPIC", Topics.STATIONS);
    int partitions = settings.number("STATIONS_TOPIC_PARTITIONS", 1, 1, 1_000);
    SimulatorSettings simulated = SimulatorSettings.of(settings);
    settings.check();
    return new PourIntoKafka(
        brokers,
        stationsTopic,
        partitions,
        simulated.world(),
        Clock.systemUTC(),
        System.out::println);
  }
}
