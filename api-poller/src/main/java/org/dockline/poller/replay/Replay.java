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
import org.dockline.station.service.ProcessEnd;
import org.dockline.station.service.ToolCommand;
import org.dockline.station.settings.Settings;

/** Plays a recording into the topics; see {@code --help}. */
public final class Replay {

  private static final Duration LONGEST_END = Duration.ofSeconds(9);

  private final CountDownLatch stop = new CountDownLatch(1);

  /** With {@code -Djdk.console=java.base} there is a console on a terminal only. */
  @SuppressWarnings("SystemConsoleNull")
  private final boolean terminal = System.console() != null;

  private Replay() {}

  /** Ends with 0 when done, 1 when something failed, 2 when something must be said otherwise. */
  public static void main(String[] args) {
    int exitCode =
        new ToolCommand(
                ReplayOptions.USAGE,
                "The replay broke off, run it again to go on",
                new Replay()::run)
            .run(args, Settings.of(System.getenv()), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private void run(List<String> args, Settings settings, PrintStream out, PrintStream err)
      throws IOException, TopicContradictionException, InterruptedException {
    ReplayOptions options = ReplayOptions.parse(args);
    ReplayIntoKafka replay = intoKafka(settings, line(out), err::println);
    // What is delivered is noted before the end.
    ProcessEnd.waitsForThisThread(stop::countDown, LONGEST_END);
    String sentence = replay.run(options);
    out.println(terminal ? "\n" + sentence : sentence);
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
}
