package org.dockline.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's directory: formatted once, kept from then on. */
final class BrokerStorage {

  private BrokerStorage() {}

  /**
   * Makes the directory ready to be started from. One that holds data stays as it is.
   *
   * @throws IOException when it can't be written or formatted
   */
  static void prepare(BrokerSettings settings) throws IOException {
    Files.createDirectories(settings.logDirectory());
    Path file = settings.dataDirectory().resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      settings.serverProperties().store(out, "Written at every start; changes here are lost.");
    }
    // The tool writes this file last, so a format that was cut off is done again.
    if (Files.notExists(settings.logDirectory().resolve("meta.properties"))) {
      format(file);
    }
  }

  /**
   * Takes the directory for this process until it ends. Kafka locks it too, but only after its
   * controller has begun to write, and two of those leave a broker that can't even shut down.
   *
   * @throws IOException when another process has it
   */
  static FileLock lock(BrokerSettings settings) throws IOException {
    Files.createDirectories(settings.dataDirectory());
    Path file = settings.dataDirectory().resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException(
          settings.dataDirectory()
              + " is in use by another broker; stop that one, or choose another KAFKA_DATA_DIR");
    }
    return lock;
  }

  private static void format(Path serverProperties) throws IOException {
    String[] command = {
      "format",
      "--cluster-id",
      Uuid.randomUuid().toString(),
      "--config",
      serverProperties.toString()
    };
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int result = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
    if (result != 0) {
      throw new IOException(
          "its storage could not be formatted: " + said.toString(StandardCharsets.UTF_8));
    }
  }
}
