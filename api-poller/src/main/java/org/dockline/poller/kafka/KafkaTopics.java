package org.dockline.poller.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics that are missing and checks those that are there. */
public final class KafkaTopics implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Admin admin;

  private KafkaTopics(Admin admin) {
    this.admin = admin;
  }

  /** Knows where the brokers are; talks to nobody yet. */
  public static KafkaTopics at(String bootstrapServers) {
    Map<String, Object> config = new HashMap<>();
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(AdminClientConfig.CLIENT_ID_CONFIG, "dockline-topics");
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    return new KafkaTopics(Admin.create(config));
  }

  /**
   * Makes each missing topic; running it again changes nothing.
   *
   * @throws TopicContradictionException when a topic is there and must not be used as it is
   * @throws IOException when the brokers can't be asked; another try may help
   * @throws InterruptedException when the thread is told to stop
   */
  public void ensure(Collection<TopicPlan> plans)
      throws TopicContradictionException, IOException, InterruptedException {
    create(plans);
    List<String> contradictions = new ArrayList<>();
    for (TopicPlan plan : plans) {
      contradictions.addAll(
          TopicContradictions.of(plan, partitions(plan.name()), config(plan.name())));
    }
    if (!contradictions.isEmpty()) {
      throw new TopicContradictionException(contradictions);
    }
  }

  /**
   * How long a topic keeps its records, by their own timestamps.
   *
   * @return empty when it keeps them for ever
   * @throws IOException when the brokers can't be asked; another try may help
   * @throws InterruptedException when the thread is told to stop
   */
  public Optional<Duration> findRetention(String topic) throws IOException, InterruptedException {
    String millis = config(topic).get(TopicConfig.RETENTION_MS_CONFIG);
    return Optional.ofNullable(millis)
        .map(Long::valueOf)
        .filter(ms -> ms >= 0)
        .map(Duration::ofMillis);
  }

  /**
   * Lets a topic keep its records for so long at least.
   *
   * @return how long it kept them before; empty when nothing had to be changed
   * @throws IOException when the brokers can't be asked, or refuse; another try may help
   * @throws InterruptedException when the thread is told to stop
   */
  public Optional<Duration> keepAtLeast(String topic, Duration retention)
      throws IOException, InterruptedException {
    Optional<Duration> before = findRetention(topic).filter(b -> b.compareTo(retention) < 0);
    if (before.isPresent()) {
      ConfigEntry wanted =
          new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
      result(
          admin
              .incrementalAlterConfigs(
                  Map.of(
                      new ConfigResource(ConfigResource.Type.TOPIC, topic),
                      List.of(new AlterConfigOp(wanted, AlterConfigOp.OpType.SET))))
              .all());
    }
    return before;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }

  private void create(Collection<TopicPlan> plans) throws IOException, InterruptedException {
    var existing = result(admin.listTopics().names());
    for (TopicPlan plan : plans) {
      if (!existing.contains(plan.name())) {
        create(plan);
        awaitKnown(plan.name());
      }
    }
  }

  private void create(TopicPlan plan) throws IOException, InterruptedException {
    NewTopic topic =
        new NewTopic(plan.name(), Optional.of(plan.partitions()), Optional.empty())
            .configs(plan.config());
    try {
      result(admin.createTopics(List.of(topic)).all());
    } catch (IOException e) {
      // Somebody else was faster: it is checked like any other that was there before.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** A broker may deny for a moment that there is what it has just made. */
  private void awaitKnown(String topic) throws IOException, InterruptedException {
    for (long tries = PATIENCE.dividedBy(PAUSE); ; tries--) {
      try {
        partitions(topic);
        return;
      } catch (IOException e) {
        if (tries <= 0 || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  private int partitions(String topic) throws IOException, InterruptedException {
    Map<String, TopicDescription> described =
        result(admin.describeTopics(List.of(topic)).allTopicNames());
    return described.values().iterator().next().partitions().size();
  }

  private Map<String, String> config(String topic) throws IOException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<ConfigResource, Config> described = result(admin.describeConfigs(List.of(resource)).all());
    Map<String, String> config = new HashMap<>();
    described.values().forEach(c -> c.entries().forEach(e -> config.put(e.name(), e.value())));
    return config;
  }

  private static <T> T result(KafkaFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException("Kafka does not answer: " + cause.getMessage(), cause);
    } catch (KafkaException e) {
      throw new IOException("Kafka does not answer: " + e.getMessage(), e);
    }
  }
}
