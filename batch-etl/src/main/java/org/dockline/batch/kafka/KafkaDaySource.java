package org.dockline.batch.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.load.LogRows;
import org.dockline.batch.log.Edges;
import org.dockline.batch.log.LogPart;
import org.dockline.batch.log.LogTopic;
import org.dockline.batch.log.RawRecord;
import org.dockline.batch.log.TimeRange;
import org.dockline.batch.survey.LogSurvey;
import org.dockline.batch.survey.NewestReports;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.station.wire.PollReportJson;

/** The part of the log that Kafka holds. */
public final class KafkaDaySource implements LogPart {
  private final KafkaAddress address;

  /** Reads the topics at that address. */
  public KafkaDaySource(KafkaAddress address) {
    this.address = address;
  }

  @Override
  public Map<Integer, OffsetRange> held(LogTopic topic) {
    return reading(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer(), TopicReader::held);
  }

  @Override
  public boolean isBehind() {
    return false;
  }

  @Override
  public String identity(LogTopic topic) {
    return TopicIdentity.of(address.bootstrapServers(), address.name(topic));
  }

  @Override
  public Edges survey(Map<Integer, OffsetRange> ranges, LogSurvey into) {
    Edges edges = new Edges();
    read(
        LogTopic.STATIONS,
        ranges,
        new StringDeserializer(),
        new Present(),
        r -> {
          into.add(r.key(), r.partition(), r.offset(), r.timestamp());
          edges.meet(r.partition(), r.timestamp());
        });
    return edges;
  }

  @Override
  public void reports(Map<Integer, OffsetRange> ranges, NewestReports into) {
    read(
        LogTopic.POLLS,
        ranges,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        r -> Optional.ofNullable(r.value()).flatMap(PollReportJson::decode).ifPresent(into::add));
  }

  @Override
  public void read(
      LogTopic topic, Map<Integer, OffsetRange> ranges, TimeRange times, Consumer<RawRecord> each) {
    read(
        topic,
        ranges,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        r -> {
          if (times.contains(r.timestamp())) {
            each.accept(raw(r));
          }
        });
  }

  @Override
  public Dataset<Row> rows(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits) {
    SparkOffsets offsets = new SparkOffsets(address.stationsTopic(), ranges);
    return LogRows.of(
        spark
            .read()
            .format("kafka")
            .option("kafka.bootstrap.servers", address.bootstrapServers())
            .option("assign", offsets.partitions())
            .option("startingOffsets", offsets.from())
            .option("endingOffsets", offsets.to())
            // Splits one partition among many tasks.
            .option("minPartitions", splits)
            .option("failOnDataLoss", "true")
            .option("kafka.max.poll.records", "10000")
            .load());
  }

  private static RawRecord raw(ConsumerRecord<byte[], byte[]> r) {
    List<RawRecord.Header> headers = new ArrayList<>();
    for (Header header : r.headers()) {
      headers.add(new RawRecord.Header(header.key(), header.value()));
    }
    return new RawRecord(r.partition(), r.offset(), r.timestamp(), r.key(), r.value(), headers);
  }

  private <K, V> void read(
      LogTopic topic,
      Map<Integer, OffsetRange> ranges,
      Deserializer<K> keys,
      Deserializer<V> values,
      Consumer<ConsumerRecord<K, V>> each) {
    if (ranges.values().stream().allMatch(OffsetRange::isEmpty)) {
      return;
    }
    reading(
        topic,
        keys,
        values,
        reader -> {
          reader.read(ranges, each);
          return ranges;
        });
  }

  private <K, V, T> T reading(
      LogTopic topic,
      Deserializer<K> keys,
      Deserializer<V> values,
      Function<TopicReader<K, V>, T> what) {
    try (TopicReader<K, V> reader =
        TopicReader.open(address.bootstrapServers(), address.name(topic), keys, values)) {
      return what.apply(reader);
    }
  }
}
