package org.dockline.poller.kafka;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.dockline.station.Topics;

/**
 * How a topic must be.
 *
 * @param name its name
 * @param partitions how many
 * @param retention for how long a record must stay, by its own timestamp, at least
 * @param maxMessageBytes the largest batch of records that it must take
 */
public record TopicPlan(String name, int partitions, Duration retention, int maxMessageBytes) {

  /** How long every topic remembers. */
  public static final Duration RETENTION = Duration.ofDays(8);

  /** A whole poll may be one batch. */
  public static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

  /**
   * The three topics of the pipeline.
   *
   * @param stations name of the topic of observations
   * @param partitions how many that one has
   */
  public static List<TopicPlan> pipeline(String stations, int partitions) {
    return List.of(of(stations, partitions), of(Topics.POLLS, 1), of(Topics.REJECTED, 1));
  }

  private static TopicPlan of(String name, int partitions) {
    return new TopicPlan(name, partitions, RETENTION, MAX_MESSAGE_BYTES);
  }

  /** The broker's settings of a topic made by this plan. */
  Map<String, String> config() {
    Map<String, String> config = new LinkedHashMap<>();
    config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    config.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
    return config;
  }
}
