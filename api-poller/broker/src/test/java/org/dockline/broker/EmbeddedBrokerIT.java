package org.dockline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dockline.station.testing.BrokerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  private static final String TOPIC = "kept";
  private static final int RECORDS = 500;

  @TempDir Path directory;

  @Test
  void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(directory)) {
      createTopic(broker);
      send(broker, 0);
      broker.kill();
      broker.restart();
      send(broker, RECORDS);

      assertThat(read(broker)).hasSize(2 * RECORDS).startsWith("0", "1").endsWith("998", "999");
    }
  }

  @Test
  void makesNoTopicByItself() {
    try (BrokerProcess broker = BrokerProcess.start(directory);
        Admin admin = Admin.create(settings(broker))) {
      assertThatThrownBy(() -> admin.describeTopics(List.of("absent")).allTopicNames().get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void acceptsAWholePollAsOneMessageOfThreeMegabytes() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(directory)) {
      createTopic(broker);
      try (KafkaProducer<String, String> producer = producer(broker)) {
        producer.send(new ProducerRecord<>(TOPIC, "x".repeat(3 * 1024 * 1024))).get();
      }
      assertThat(read(broker)).hasSize(1);
    }
  }

  private static void createTopic(BrokerProcess broker) throws Exception {
    try (Admin admin = Admin.create(settings(broker))) {
      NewTopic topic = new NewTopic(TOPIC, 1, (short) 1);
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  private static void send(BrokerProcess broker, int from) throws Exception {
    try (KafkaProducer<String, String> producer = producer(broker)) {
      List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
      for (int i = from; i < from + RECORDS; i++) {
        acknowledged.add(producer.send(new ProducerRecord<>(TOPIC, Integer.toString(i))));
      }
      for (Future<RecordMetadata> one : acknowledged) {
        one.get();
      }
    }
  }

  private static KafkaProducer<String, String> producer(BrokerProcess broker) {
    Map<String, Object> settings = settings(broker);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static List<String> read(BrokerProcess broker) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings(broker), new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<String> values = new ArrayList<>();
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          values.add(record.value());
        }
      }
      return values;
    }
  }

  private static Map<String, Object> settings(BrokerProcess broker) {
    return Map.of(
        "bootstrap.servers",
        broker.bootstrapServers(),
        "max.request.size",
        4 * 1024 * 1024,
        "max.in.flight.requests.per.connection",
        1);
  }
}
