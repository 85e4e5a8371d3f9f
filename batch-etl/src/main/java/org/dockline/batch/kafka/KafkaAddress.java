package org.dockline.batch.kafka;

/**
 * Where the topics are.
 *
 * @param bootstrapServers {@code host:port,…}
 * @param stationsTopic the topic of observations
 * @param pollsTopic the topic of poll reports
 */
public record KafkaAddress(String bootstrapServers, String stationsTopic, String pollsTopic) {}
