package org.dockline.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;
import org.dockline.station.service.ServiceCommand;
import org.dockline.station.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole Kafka cluster of one node in this process: for a machine without Kafka, and for tests.
 *
 * <p>It is a process of its own because the broker's classes must not meet Spark's older Kafka
 * client on one class path.
 */
public final class EmbeddedBroker {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private static final String USAGE =
      """
      Runs a Kafka broker (KRaft, one node) on the loopback address until it is told to end.

      Settings (environment):
        KAFKA_PORT             port for clients (9092)
        KAFKA_CONTROLLER_PORT  port on which the node talks to itself (KAFKA_PORT + 1)
        KAFKA_DATA_DIR         where topics are kept (.dockline/data/kafka)
      """;

  private EmbeddedBroker() {}

  /** Runs until SIGTERM; see {@code --help}. */
  public static void main(String[] args) {
    int exitCode =
        new ServiceCommand(USAGE, "The Kafka broker could not start", EmbeddedBroker::start)
            .run(args, Settings.of(System.getenv()), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private static void start(Settings settings) throws IOException {
    try {
      serve(BrokerSettings.from(settings));
    } catch (KafkaException e) {
      LOG.debug("The broker could not start", e);
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void serve(BrokerSettings settings) throws IOException {
    requireFree(settings.port(), "KAFKA_PORT");
    requireFree(settings.controllerPort(), "KAFKA_CONTROLLER_PORT");
    FileLock lock = BrokerStorage.lock(settings);
    BrokerStorage.prepare(settings);
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(settings.serverProperties()), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    server.startup();
    LOG.info("Kafka listens on 127.0.0.1:{}, data in {}", settings.port(), settings.logDirectory());
    server.awaitShutdown();
    lock.close();
  }

  /** Kafka reports a taken port late and at length. */
  private static void requireFree(int port, String setting) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new IOException(
          "port " + port + " is taken (" + e.getMessage() + "); choose another by " + setting, e);
    }
  }
}
