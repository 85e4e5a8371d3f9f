package org.dockline.batch.kafka;

import org.dockline.batch.log.LogTopic;

/**
 * Where the topics are.
 *
 * @param bootstrapServers {@code host:port,…}
 * @param stationsTopic the topic of observations
 * @param pollsTopic the topic of poll reports
 * @param rejectedTopic the topic of what could not be understood
 */
public record KafkaAddress(
    String bootstrapServers, String stationsTopic, String pollsTopic, String rejectedTopic) {

  /** The name of one of them. */
  String name(LogTopic topic) {
    return switch (topic) {
      case STATIONS -> stationsTopic;
      case POLLS -> pollsTopic;
      case REJECTED -> rejectedTopic;
    };
  }
}
