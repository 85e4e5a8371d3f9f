package org.dockline.batch.kafka;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.load.LogRows;
import org.dockline.batch.load.ObservationLog;
import org.dockline.batch.survey.LogSurvey;
import org.dockline.batch.survey.NewestReports;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.wire.PollReportJson;
import org.dockline.warehouse.LoadedDay;
import org.jspecify.annotations.Nullable;

/** The log of observations in Kafka. */
public final class KafkaDaySource implements ObservationLog {

  private final KafkaAddress address;
  private final ContractCatalogue catalogue;
  private final Clock clock;

  /** Reads the topics at that address. */
  public KafkaDaySource(KafkaAddress address, ContractCatalogue catalogue, Clock clock) {
    this.address = address;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public SurveyedLog survey(Collection<LoadedDay> loaded) {
    // In this order: a report vouches for the observations that were written before it.
    NewestReports reports = reports();
    try (TopicReader<String, Boolean> topic =
        TopicReader.open(
            address.bootstrapServers(),
            address.stationsTopic(),
            new StringDeserializer(),
            new Present())) {
      LogSurvey survey = new LogSurvey(catalogue, reports, loaded, topic.end());
      Map<Integer, Long> beginning = topic.beginning();
      Map<Integer, Instant> oldest = new HashMap<>();
      topic.fromBeginning();
      topic.read(
          r -> {
            survey.add(r.key(), r.partition(), r.offset(), r.timestamp());
            oldest.putIfAbsent(r.partition(), Instant.ofEpochMilli(r.timestamp()));
          });
      return survey.result(heldFrom(beginning, oldest));
    }
  }

  @Override
  public Dataset<Row> read(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits) {
    if (ranges.isEmpty()) {
      return LogRows.dataset(spark, List.of());
    }
    SparkOffsets offsets = new SparkOffsets(address.stationsTopic(), ranges);
    return LogRows.of(
        spark
            .read()
            .format("kafka")
            .option("kafka.bootstrap.servers", address.bootstrapServers())
            .option("assign", offsets.partitions())
            .option("startingOffsets", offsets.from())
            .option("endingOffsets", offsets.to())
            .option("minPartitions", splits)
            .option("failOnDataLoss", "true")
            .option("kafka.max.poll.records", "10000")
            .load());
  }

  /** All there are: an old one may be the last to tell the zone of a contract that fell silent. */
  private NewestReports reports() {
    NewestReports reports = new NewestReports();
    try (TopicReader<byte[], byte[]> topic =
        TopicReader.open(
            address.bootstrapServers(),
            address.pollsTopic(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      topic.fromBeginning();
      topic.read(r -> PollReportJson.decode(r.value()).ifPresent(reports::add));
    }
    return reports;
  }

  /**
   * What was deleted lay before the first record that is left, and in a log that the poller writes
   * was polled before it.
   */
  private @Nullable Instant heldFrom(Map<Integer, Long> beginning, Map<Integer, Instant> oldest) {
    return beginning.entrySet().stream()
        .filter(e -> e.getValue() > 0)
        .map(e -> oldest.getOrDefault(e.getKey(), clock.instant()))
        .max(Instant::compareTo)
        .orElse(null);
  }
}
