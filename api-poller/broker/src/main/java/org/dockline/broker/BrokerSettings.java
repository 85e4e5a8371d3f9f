package org.dockline.broker;

import java.nio.file.Path;
import java.util.Properties;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;

/**
 * What can be chosen about the embedded broker.
 *
 * @param port clients connect here, on the loopback address
 * @param controllerPort the node talks to itself as its controller here
 * @param dataDirectory everything that survives a restart
 */
record BrokerSettings(int port, int controllerPort, Path dataDirectory) {

  private static final int NODE_ID = 1;
  private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

  /**
   * Reads {@code KAFKA_PORT}, {@code KAFKA_CONTROLLER_PORT} and {@code KAFKA_DATA_DIR}.
   *
   * @throws InvalidSettingsException naming every wrong one
   */
  static BrokerSettings from(Settings settings) {
    int port = settings.number("KAFKA_PORT", 9092, 1, 65_534);
    int controllerPort = settings.number("KAFKA_CONTROLLER_PORT", port + 1, 1, 65_535);
    Path directory = settings.path("KAFKA_DATA_DIR", ".dockline/data/kafka");
    if (port == controllerPort) {
      settings.problem("KAFKA_CONTROLLER_PORT is " + port + ", as KAFKA_PORT; they must differ");
    }
    settings.check();
    return new BrokerSettings(port, controllerPort, directory.toAbsolutePath().normalize());
  }

  /** The directory of the topics' logs. */
  Path logDirectory() {
    return dataDirectory.resolve("log");
  }

  /** The same, as Kafka wants to be told. */
  Properties serverProperties() {
    Properties properties = new Properties();
    properties.setProperty("node.id", Integer.toString(NODE_ID));
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.setProperty("controller.listener.names", "CONTROLLER");
    // A static quorum takes its address from here at every start, so that ports may change.
    properties.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    properties.setProperty("log.dirs", logDirectory().toString());
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    addOneNodeDefaults(properties);
    addSmallMachineDefaults(properties);
    return properties;
  }

  private static void addOneNodeDefaults(Properties properties) {
    for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      properties.setProperty(topic + ".num.partitions", "2");
      properties.setProperty(topic + ".replication.factor", "1");
    }
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("default.replication.factor", "1");
    properties.setProperty("min.insync.replicas", "1");
    // Nobody else can join the group that is just being made.
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
  }

  private static void addSmallMachineDefaults(Properties properties) {
    properties.setProperty("num.network.threads", "2");
    properties.setProperty("num.io.threads", "4");
    properties.setProperty("background.threads", "2");
    properties.setProperty("num.recovery.threads.per.data.dir", "2");
    // By default the cleaner alone takes 128 MB of heap; only the small offsets topic is compacted.
    properties.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    properties.setProperty("log.cleaner.threads", "1");
  }
}
