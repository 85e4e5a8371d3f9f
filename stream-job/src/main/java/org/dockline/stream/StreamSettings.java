package org.dockline.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dockline.station.Topics;
import org.dockline.station.files.SnapshotLocation;
import org.dockline.station.service.HealthAddress;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;

/**
 * What can be chosen about the stream.
 *
 * @param bootstrapServers where Kafka is
 * @param stationsTopic the topic of observations
 * @param trigger how often is looked for new records
 * @param batchRecords the most records of one batch
 * @param snapshots folder of {@code live/} and {@code recent/}
 * @param checkpoint folder in which Spark keeps how far was read
 * @param sparkMaster where Spark works
 * @param health where {@code /health} and {@code /metrics} are
 */
record StreamSettings(
    String bootstrapServers,
    String stationsTopic,
    Duration trigger,
    int batchRecords,
    SnapshotLocation snapshots,
    Path checkpoint,
    String sparkMaster,
    HealthAddress health) {

  /** A full batch takes about as long as the trigger, so that a backlog is worked off in one go. */
  private static final int RECORDS_PER_SECOND = 100_000;

  static final String USAGE =
      """
      Reads the topics as they grow and publishes, at each trigger, the newest observation of every
      station (live/) and every observation of the last days (recent/), as Parquet files.

      Settings (environment):
        KAFKA_BOOTSTRAP_SERVERS  where Kafka is (127.0.0.1:9092)
        STATIONS_TOPIC           the topic of observations (stations_topic)
        STREAM_TRIGGER           how often it looks for records, PT1S to PT1M (PT10S)
        STREAM_BATCH_RECORDS     the most records of one batch: a backlog is worked off in such steps
                                 (100000 for each second of the trigger)
        SNAPSHOT_DIR             where it publishes, a path or an address of a file system of Hadoop
                                 such as hdfs://host/folder (.dockline/snapshots)
        HADOOP_CONF_DIR          folder with core-site.xml and hdfs-site.xml for such an address
        CHECKPOINT_DIR           where it keeps how far it has read (.dockline/checkpoints);
                                 removed, everything is read again and nothing is lost
        SPARK_MASTER             where Spark works (local[*])
        HEALTH_PORT              port of /health and /metrics (8512)
        HEALTH_ADDRESS           the address they listen on; 0.0.0.0: all there are (127.0.0.1)
      """;

  /**
   * Reads the environment.
   *
   * @throws InvalidSettingsException naming all that is wrong
   */
  static StreamSettings from(Settings s) {
    Duration trigger = trigger(s);
    StreamSettings settings =
        new StreamSettings(
            s.text("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
            s.text("STATIONS_TOPIC", Topics.STATIONS),
            trigger,
            batchRecords(s, trigger),
            SnapshotLocation.from(s),
            s.path("CHECKPOINT_DIR", ".dockline/checkpoints"),
            s.text("SPARK_MASTER", "local[*]"),
            HealthAddress.from(s, 8512));
    if (List.of(Topics.POLLS, Topics.REJECTED).contains(settings.stationsTopic)) {
      s.problem("STATIONS_TOPIC is '" + settings.stationsTopic + "', which holds something else");
    }
    s.check();
    return settings;
  }

  private static Duration trigger(Settings s) {
    return s.duration(
        "STREAM_TRIGGER", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  private static int batchRecords(Settings s, Duration trigger) {
    int usual = RECORDS_PER_SECOND * Math.toIntExact(trigger.toSeconds());
    return s.number("STREAM_BATCH_RECORDS", usual, 1_000, Integer.MAX_VALUE);
  }

  /** All topics that are read. */
  List<String> topics() {
    return List.of(stationsTopic, Topics.POLLS, Topics.REJECTED);
  }
}
