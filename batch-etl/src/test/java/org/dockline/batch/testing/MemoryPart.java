package org.dockline.batch.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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
import org.jspecify.annotations.Nullable;

/** What Kafka would hold, in memory; it forgets when told. */
public final class MemoryPart implements LogPart {
  private final Map<LogTopic, Map<Integer, List<RawRecord>>> topics = new EnumMap<>(LogTopic.class);
  private final Map<LogTopic, Map<Integer, Long>> forgotten = new EnumMap<>(LogTopic.class);
  private String identity = "first";

  /** Three topics of so many partitions each. */
  public MemoryPart(int partitions) {
    for (LogTopic topic : LogTopic.values()) {
      Map<Integer, List<RawRecord>> all = new HashMap<>();
      for (int i = 0; i < partitions; i++) {
        all.put(i, new ArrayList<>());
      }
      topics.put(topic, all);
      forgotten.put(topic, new HashMap<>());
    }
  }

  /** Appends a record. */
  public void append(
      LogTopic topic,
      int partition,
      long timestamp,
      byte @Nullable [] key,
      byte @Nullable [] value,
      RawRecord.Header... headers) {
    List<RawRecord> records = records(topic, partition);
    records.add(new RawRecord(partition, records.size(), timestamp, key, value, List.of(headers)));
  }

  /** Appends a record of a station, with an empty value. */
  public void append(String key, int partition, long timestamp) {
    append(
        LogTopic.STATIONS, partition, timestamp, key.getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  /** Retention. */
  public void forgetBefore(LogTopic topic, int partition, long offset) {
    of(forgotten, topic).put(partition, offset);
  }

  /** From now on it is another topic. */
  public void makeAnew(LogTopic topic) {
    identity = "second";
    of(topics, topic).replaceAll((partition, records) -> new ArrayList<>());
  }

  /** Everything that was ever appended. */
  public List<RawRecord> records(LogTopic topic, int partition) {
    return of(topics, topic).computeIfAbsent(partition, p -> new ArrayList<>());
  }

  @Override
  public Map<Integer, OffsetRange> held(LogTopic topic) {
    Map<Integer, OffsetRange> held = new HashMap<>();
    of(topics, topic)
        .forEach(
            (partition, records) ->
                held.put(
                    partition,
                    new OffsetRange(
                        of(forgotten, topic).getOrDefault(partition, 0L), records.size())));
    return held;
  }

  @Override
  public boolean isBehind() {
    return false;
  }

  @Override
  public String identity(LogTopic topic) {
    return identity;
  }

  @Override
  public Edges survey(Map<Integer, OffsetRange> ranges, LogSurvey into) {
    Edges edges = new Edges();
    each(
        LogTopic.STATIONS,
        ranges,
        r -> {
          byte[] key = r.key();
          String text = key == null ? null : new String(key, StandardCharsets.UTF_8);
          into.add(text, r.partition(), r.offset(), r.timestamp());
          edges.meet(r.partition(), r.timestamp());
        });
    return edges;
  }

  @Override
  public void reports(Map<Integer, OffsetRange> ranges, NewestReports into) {
    each(
        LogTopic.POLLS,
        ranges,
        r -> {
          byte[] value = r.value();
          if (value != null) {
            PollReportJson.decode(value).ifPresent(into::add);
          }
        });
  }

  @Override
  public void read(
      LogTopic topic, Map<Integer, OffsetRange> ranges, TimeRange times, Consumer<RawRecord> each) {
    each(
        topic,
        ranges,
        r -> {
          if (times.contains(r.timestamp())) {
            each.accept(r);
          }
        });
  }

  @Override
  public Dataset<Row> rows(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits) {
    List<Row> rows = new ArrayList<>();
    each(
        LogTopic.STATIONS,
        ranges,
        r ->
            rows.add(
                RowFactory.create(r.key(), Instant.ofEpochMilli(r.timestamp()), r.value(), null)));
    return LogRows.dataset(spark, rows);
  }

  private void each(
      LogTopic topic, Map<Integer, OffsetRange> ranges, Consumer<RawRecord> consumer) {
    ranges.forEach(
        (partition, range) ->
            records(topic, partition)
                .subList((int) range.from(), (int) range.to())
                .forEach(consumer));
  }

  private static <T> T of(Map<LogTopic, T> map, LogTopic topic) {
    return Objects.requireNonNull(map.get(topic));
  }
}
