package org.dockline.batch;

import org.dockline.batch.archive.ArchiveFolder;
import org.dockline.batch.archive.ArchiveTopics;
import org.dockline.batch.kafka.KafkaAddress;
import org.dockline.batch.load.LoadSizes;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.Topics;
import org.dockline.station.files.SnapshotLocation;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.jdbc.WarehouseLogin;

/**
 * What an operator can choose of a load.
 *
 * @param kafka where the topics are
 * @param catalogue the contracts whose zones are known
 * @param warehouse where days go
 * @param sparkMaster where Spark's tasks run
 * @param snapshots the folder that the speed chain writes
 * @param archive where the archive is, a path or a URI
 * @param archiveFileRecords how many records an archived file has at most
 * @param observationDays local days of each contract whose observations the warehouse keeps
 * @param sizes how a load is divided
 */
record BatchSettings(
    KafkaAddress kafka,
    ContractCatalogue catalogue,
    WarehouseLogin warehouse,
    String sparkMaster,
    SnapshotLocation snapshots,
    String archive,
    int archiveFileRecords,
    int observationDays,
    LoadSizes sizes) {

  static final String USAGE =
      """
        KAFKA_BOOTSTRAP_SERVERS  where Kafka is (127.0.0.1:9092)
        STATIONS_TOPIC           the topic of observations (stations_topic)
        POLLS_TOPIC              the topic of poll reports (polls_topic)
        REJECTED_TOPIC           the topic of what could not be understood (rejected_topic)
        CONTRACT_ZONES           time zones that are not built in: contract=Area/City,…
        WAREHOUSE_URL            JDBC address of SQL Server or H2 (the embedded warehouse)
        WAREHOUSE_USER, WAREHOUSE_PASSWORD   its login; the password also as WAREHOUSE_PASSWORD_FILE
        SPARK_MASTER             where tasks run (local[*])
        SNAPSHOT_DIR             where LOADED_THROUGH is written for the speed chain, a path or an address of a
                                 file system of Hadoop such as hdfs://host/folder (.dockline/snapshots)
        HADOOP_CONF_DIR          folder with core-site.xml and hdfs-site.xml for such an address
        ARCHIVE_DIR              where all topics are kept for ever: a path, or a URI of a file system that
                                 Hadoop knows (.dockline/archive)
        ARCHIVE_FILE_RECORDS     how many records an archived file has at most (1000000)
        WAREHOUSE_OBSERVATION_DAYS  local days of each contract whose observations are kept; hours are kept for
                                 ever (400; 35 on the embedded warehouse)
        BATCH_CHUNK_RECORDS      how many records are staged before they are committed (10000000)
      """;

  private static final int RECORDS_IN_SPLIT = 100_000;

  /** Reads them; call {@link Settings#check} afterwards. */
  static BatchSettings of(Settings settings, int cores) {
    return new BatchSettings(
        new KafkaAddress(
            settings.text("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
            settings.text("STATIONS_TOPIC", Topics.STATIONS),
            settings.text("POLLS_TOPIC", Topics.POLLS),
            settings.text("REJECTED_TOPIC", Topics.REJECTED)),
        ContractCatalogue.with(settings.zones("CONTRACT_ZONES")),
        WarehouseLogin.writer(settings),
        settings.text("SPARK_MASTER", "local[*]"),
        SnapshotLocation.from(settings),
        settings.text("ARCHIVE_DIR", ".dockline/archive"),
        settings.number("ARCHIVE_FILE_RECORDS", 1_000_000, 1, 100_000_000),
        observationDays(settings),
        new LoadSizes(
            settings.number("BATCH_CHUNK_RECORDS", 10_000_000, 1, Integer.MAX_VALUE),
            RECORDS_IN_SPLIT,
            cores));
  }

  /** Where the archive is. */
  ArchiveFolder archiveFolder() {
    return ArchiveFolder.at(archive, snapshots.configuration());
  }

  /** What its topics are called. */
  ArchiveTopics topics() {
    return new ArchiveTopics(kafka.stationsTopic(), kafka.pollsTopic(), kafka.rejectedTopic());
  }

  private static int observationDays(Settings settings) {
    boolean embedded =
        settings.text("WAREHOUSE_URL", WarehouseLogin.DEFAULT_URL).startsWith("jdbc:h2:");
    return settings.number("WAREHOUSE_OBSERVATION_DAYS", embedded ? 35 : 400, 1, 36_500);
  }

  /** Short, without secrets. */
  String summary() {
    return "topic %s at %s, warehouse %s"
        .formatted(kafka.stationsTopic(), kafka.bootstrapServers(), warehouse.url());
  }
}
