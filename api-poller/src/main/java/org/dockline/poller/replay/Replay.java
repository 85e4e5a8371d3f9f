package org.dockline.poller.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.dockline.poller.kafka.TopicContradictionException;
import org.dockline.station.Topics;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;

/** Plays a recording into the topics; see {@code --help}. */
public final class Replay {

  private static final Duration LONGEST_END = Duration.ofSeconds(9);

  private final CountDownLatch stop = new CountDownLatch(1);

  /** With {@code -Djdk.console=java.base} there is a console on a terminal only. */
  @SuppressWarnings("SystemConsoleNull")
  private final boolean terminal = System.console() != null;

  private Replay() {}

  /**
   * Ends with 0 when done, 1 when something failed, 2 when something must be said otherwise, 130
   * when interrupted.
   */
  public static void main(String[] args) {
    if (List.of(args).contains("--help")) {
      System.out.print(ReplayOptions.USAGE);
      return;
    }
    int exitCode = new Replay().run(List.of(args), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      ReplayOptions options = ReplayOptions.parse(args);
      ReplayIntoKafka replay = intoKafka(Settings.of(System.getenv()), line(out), err::println);
      endWithTheProcess();
      String sentence = replay.run(options);
      out.println(terminal ? "\n" + sentence : sentence);
      return 0;
    } catch (InvalidSettingsException | IllegalArgumentException | TopicContradictionException e) {
      err.println(e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println("The replay broke off, run it again to go on: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** On a terminal the bar stays in its place. */
  private Consumer<String> line(PrintStream out) {
    return terminal ? text -> out.print("\r\033[K" + text) : out::println;
  }

  private ReplayIntoKafka intoKafka(
      Settings settings, Consumer<String> progress, Consumer<String> complaints) {
    ReplayIntoKafka replay =
        new ReplayIntoKafka(
            settings.text("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
            settings.text("STATIONS_TOPIC", Topics.STATIONS),
            settings.number("STATIONS_TOPIC_PARTITIONS", 1, 1, 1_000),
            settings.path("REPLAY_DIR", ".dockline/replay"),
            Clock.systemUTC(),
            stop,
            progress,
            complaints);
    settings.check();
    return replay;
  }

  /** The process waits for its hooks, so this one waits until it is noted how far the replay is. */
  private void endWithTheProcess() {
    Thread worker = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  try {
                    worker.join(LONGEST_END);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "shutdown"));
  }
}
