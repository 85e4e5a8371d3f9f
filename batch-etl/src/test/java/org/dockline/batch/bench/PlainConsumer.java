package org.dockline.batch.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dockline.station.Decoding;
import org.dockline.station.StationObservation;
import org.dockline.station.wire.ObservationJson;
import org.jspecify.annotations.Nullable;

/** One thread: reads the topic, parses, inserts in batches. No rule, no second thought. */
final class PlainConsumer {

  private static final int BATCH = 5_000;

  private PlainConsumer() {}

  /** Arguments: Kafka, topic, JDBC address, user, password. */
  public static void main(String[] args) throws SQLException {
    TopicPartition partition = new TopicPartition(args[1], 0);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(args[0]);
        Connection connection = DriverManager.getConnection(args[2], args[3], args[4]);
        PreparedStatement insert = connection.prepareStatement(PlainTable.INSERT)) {
      connection.setAutoCommit(false);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      long rows = 0;
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          Instant polledAt = Instant.ofEpochMilli(record.timestamp());
          if (ObservationJson.decode(record.value(), polledAt)
              instanceof Decoding.Decoded<StationObservation> decoded) {
            bind(insert, decoded.value());
            insert.addBatch();
            if (++rows % BATCH == 0) {
              insert.executeBatch();
              connection.commit();
            }
          }
        }
      }
      insert.executeBatch();
      connection.commit();
      System.out.println(rows + " rows");
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "max.poll.records",
            10_000,
            "max.partition.fetch.bytes",
            8 << 20);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static void bind(PreparedStatement row, StationObservation o) throws SQLException {
    row.setString(1, o.key().contract());
    row.setString(2, o.key().stationId());
    row.setTimestamp(3, Timestamp.from(o.observedAt()));
    row.setTimestamp(4, Timestamp.from(o.polledAt()));
    row.setString(5, o.source().text());
    row.setString(6, o.status().name());
    number(row, 7, o.counts().capacity());
    number(row, 8, o.counts().bikes());
    number(row, 9, o.counts().docks());
    number(row, 10, o.counts().mechanicalBikes());
    number(row, 11, o.counts().electricalBikes());
  }

  private static void number(PreparedStatement row, int at, @Nullable Integer value)
      throws SQLException {
    if (value == null) {
      row.setNull(at, Types.INTEGER);
    } else {
      row.setInt(at, value);
    }
  }
}
