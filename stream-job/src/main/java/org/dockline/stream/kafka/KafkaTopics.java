package org.dockline.stream.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.dockline.stream.topic.TopicPart;
import org.dockline.stream.topic.TopicReach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics as the broker describes them. */
public final class KafkaTopics implements TopicReach, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);

  private final Admin admin;
  private final Collection<String> names;
  private final Duration timeout;
  private Map<TopicPart, Offsets> last = Map.of();
  private Collection<TopicPartition> parts = List.of();

  private KafkaTopics(Admin admin, Collection<String> names, Duration timeout) {
    this.admin = admin;
    this.names = names;
    this.timeout = timeout;
  }

  /**
   * Prepares to ask; a broker that is away is no error yet.
   *
   * @param timeout how long an answer may take
   */
  public static KafkaTopics connect(
      String bootstrapServers, Collection<String> names, Duration timeout) {
    int millis = Math.toIntExact(timeout.toMillis());
    Map<String, Object> settings = new HashMap<>();
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "dockline-stream-reach");
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    return new KafkaTopics(Admin.create(settings), List.copyOf(names), timeout);
  }

  /**
   * What tells each topic from one of the same name that was deleted.
   *
   * @return by name; empty when a topic is missing or the broker does not answer, which is logged
   */
  public Optional<Map<String, String>> findIncarnations() throws InterruptedException {
    try {
      Map<String, TopicDescription> topics =
          admin
              .describeTopics(names)
              .allTopicNames()
              .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      parts = topics.values().stream().flatMap(t -> parts(t).stream()).toList();
      return Optional.of(
          topics.values().stream()
              .collect(Collectors.toMap(TopicDescription::name, t -> text(t.topicId()))));
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("The topics can't be described", e);
      return Optional.empty();
    }
  }

  @Override
  public Map<TopicPart, Offsets> list() {
    try {
      last = ask();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("The offsets can't be asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return last;
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  private Map<TopicPart, Offsets> ask()
      throws InterruptedException, ExecutionException, TimeoutException {
    ListOffsetsResult first = admin.listOffsets(each(OffsetSpec.earliest()));
    ListOffsetsResult end = admin.listOffsets(each(OffsetSpec.latest()));
    Map<TopicPart, Offsets> reach = new TreeMap<>();
    for (TopicPartition part : parts) {
      reach.put(
          new TopicPart(part.topic(), part.partition()),
          new Offsets(answer(first, part), answer(end, part)));
    }
    return reach;
  }

  private Map<TopicPartition, OffsetSpec> each(OffsetSpec which) {
    return parts.stream().collect(Collectors.toMap(Function.identity(), part -> which));
  }

  private long answer(ListOffsetsResult offsets, TopicPartition part)
      throws InterruptedException, ExecutionException, TimeoutException {
    return offsets.partitionResult(part).get(timeout.toMillis(), TimeUnit.MILLISECONDS).offset();
  }

  private static List<TopicPartition> parts(TopicDescription topic) {
    return topic.partitions().stream()
        .map(p -> new TopicPartition(topic.name(), p.partition()))
        .toList();
  }

  private static String text(Uuid id) {
    long mixed = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    return HexFormat.of().toHexDigits((int) (mixed ^ (mixed >>> 32)));
  }
}
