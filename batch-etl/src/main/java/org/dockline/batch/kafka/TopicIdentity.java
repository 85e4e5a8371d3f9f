package org.dockline.batch.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.dockline.batch.load.LogUnavailableException;

/** What Kafka tells a topic from others of its name by: those there were, those there will be. */
final class TopicIdentity {
  private static final int PATIENCE_SECONDS = 30;

  private TopicIdentity() {}

  static String of(String bootstrapServers, String topic) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.CLIENT_ID_CONFIG,
            "dockline-batch");
    try (Admin admin = Admin.create(settings)) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .values()
          .stream()
          .map(found -> found.topicId().toString())
          .findFirst()
          .orElse("");
    } catch (ExecutionException | TimeoutException e) {
      throw unavailable(bootstrapServers, topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(bootstrapServers, topic, e);
    }
  }

  private static LogUnavailableException unavailable(
      String bootstrapServers, String topic, Exception e) {
    return new LogUnavailableException(
        "Topic %s at %s can't be described: %s".formatted(topic, bootstrapServers, e.getMessage()),
        e);
  }
}
