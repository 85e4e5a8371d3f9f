package org.dockline.station.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The real Kafka broker in a process of its own, on free ports of the loopback address. Topics must
 * be created by the test; the broker makes none by itself.
 */
public final class BrokerProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final Duration PROBE_PAUSE = Duration.ofMillis(25);
  private static final Path BUILT = Path.of("api-poller", "broker", "target");

  private final Path directory;
  private final int port;
  private final int controllerPort;
  private Process process;

  private BrokerProcess(Path directory, int port, int controllerPort) throws IOException {
    this.directory = directory;
    this.port = port;
    this.controllerPort = controllerPort;
    this.process = launch();
  }

  /**
   * Starts a broker and waits until it accepts connections.
   *
   * @param directory holds its data and its log {@code broker.log}, and is made when missing
   * @throws IllegalStateException when the broker has not been built, or ends at once
   */
  public static BrokerProcess start(Path directory) {
    try {
      Files.createDirectories(directory);
      List<Integer> ports = freePorts();
      return new BrokerProcess(directory, ports.get(0), ports.get(1));
    } catch (IOException e) {
      throw new UncheckedIOException("No broker could be started in " + directory, e);
    }
  }

  /** For {@code bootstrap.servers}; stays the same across {@link #restart}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The broker's process id. */
  public long pid() {
    return process.pid();
  }

  /** Ends the broker as a power cut would (SIGKILL); its data stays. */
  public void kill() {
    process.destroyForcibly();
    await(STOP_LIMIT);
  }

  /** Starts the broker again on the same ports and data; one that still runs is killed first. */
  public void restart() {
    kill();
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException("The broker could not be started again", e);
    }
  }

  /** Ends the broker cleanly (SIGTERM), or by force when that takes too long. */
  @Override
  public void close() {
    process.destroy();
    if (!await(STOP_LIMIT)) {
      kill();
    }
  }

  private Process launch() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "@" + built("runtime.args"),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(built("runtime.classpath")).strip(),
                "org.dockline.broker.EmbeddedBroker"));
    builder.environment().put("KAFKA_PORT", Integer.toString(port));
    builder.environment().put("KAFKA_CONTROLLER_PORT", Integer.toString(controllerPort));
    builder.environment().put("KAFKA_DATA_DIR", directory.resolve("kafka").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    Process started = builder.start();
    // A test JVM that is killed can't close; one that ends early must not leave a broker behind.
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    awaitConnection(started);
    return started;
  }

  private void awaitConnection(Process started) throws IOException {
    Instant deadline = Instant.now().plus(START_LIMIT);
    while (!acceptsConnections()) {
      if (!started.isAlive() || Instant.now().isAfter(deadline)) {
        started.destroyForcibly();
        throw new IllegalStateException("The broker did not start:\n" + Files.readString(log()));
      }
      LockSupport.parkNanos(PROBE_PAUSE.toNanos());
    }
  }

  private boolean acceptsConnections() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean await(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Path log() {
    return directory.resolve("broker.log");
  }

  /** Two different ones: both are held while they are chosen. */
  private static List<Integer> freePorts() throws IOException {
    try (ServerSocket first = freePort();
        ServerSocket second = freePort()) {
      return List.of(first.getLocalPort(), second.getLocalPort());
    }
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static Path built(String name) {
    Path file = projectDirectory().resolve(BUILT).resolve(name);
    if (Files.notExists(file)) {
      throw new IllegalStateException(
          file + " is missing; build it: mvn -pl api-poller/broker -am -DskipTests package");
    }
    return file;
  }

  /**
   * Tests run in the folder of their module; the project is the first one above with all modules.
   */
  private static Path projectDirectory() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("pom.xml"))
          && Files.isDirectory(folder.resolve("station-model"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder above " + here + " holds the project's modules");
  }
}
