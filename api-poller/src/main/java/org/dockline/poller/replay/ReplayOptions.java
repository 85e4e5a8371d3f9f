package org.dockline.poller.replay;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants to have played, and how.
 *
 * @param file the recording
 * @param speed how many times as fast as it was; infinite: as fast as Kafka takes it
 * @param shiftDays added to all times; null: as many as bring the last poll just before now
 * @param contract whose the recording is, where it does not say
 * @param keepDays how long the topics must keep records, at least; null leaves them
 * @param fromStart whether to begin anew where an earlier replay was interrupted
 */
record ReplayOptions(
    Path file,
    double speed,
    @Nullable Integer shiftDays,
    @Nullable String contract,
    @Nullable Integer keepDays,
    boolean fromStart) {

  static final String USAGE =
      """
      Plays recorded polls into the topics, through the same change detection as live ones:
        replay FILE [--speed X|max] [--shift DAYS|auto] [--contract NAME] [--keep DAYS] [--from-start]

        FILE            a line of JSON for each answer, plain or gzip:
                        {"polled_at":TIME,"stations":[as v1 or v3 answers]}
                        {"polled_at":TIME,"body":{a file of GBFS}}, needs --contract
                        or what POLL_RECORD_DIR has written
        --speed X       X times as fast as it was (1); max: as fast as Kafka takes it
        --shift DAYS    add whole days to all times (0); auto: bring the last poll close before now
        --contract NAME whose recording it is, where it does not say
        --keep DAYS     let the topics keep records for so long from now on; Kafka deletes by
                        the time of a record, so a recording older than that is refused
        --from-start    begin anew; else an interrupted replay goes on where it was

      Settings (environment):
        KAFKA_BOOTSTRAP_SERVERS    the brokers (127.0.0.1:9092)
        STATIONS_TOPIC             where observations go (stations_topic)
        STATIONS_TOPIC_PARTITIONS  how many partitions it has (1)
        REPLAY_DIR                 where it is noted how far a replay came (.dockline/replay)
      """;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static ReplayOptions parse(List<String> args) {
    Deque<String> left = new ArrayDeque<>(args);
    Path file = null;
    double speed = 1;
    Integer shift = 0;
    Integer keep = null;
    String contract = null;
    boolean fromStart = false;
    while (!left.isEmpty()) {
      String arg = left.removeFirst();
      switch (arg) {
        case "--speed" -> speed = speed(value(arg, left));
        case "--shift" -> shift = shift(value(arg, left));
        case "--keep" -> keep = days(arg, value(arg, left), 1);
        case "--contract" -> contract = value(arg, left);
        case "--from-start" -> fromStart = true;
        default -> file = file(file, arg);
      }
    }
    if (file == null) {
      throw new IllegalArgumentException("replay needs a FILE\n\n" + USAGE);
    }
    return new ReplayOptions(file, speed, shift, contract, keep, fromStart);
  }

  private static Path file(@Nullable Path before, String arg) {
    if (arg.startsWith("--") || before != null) {
      throw new IllegalArgumentException("replay does not know '" + arg + "'\n\n" + USAGE);
    }
    return Path.of(arg);
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return left.removeFirst();
  }

  private static double speed(String text) {
    if (text.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0) {
        return speed;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wrongSpeed(text), e);
    }
    throw new IllegalArgumentException(wrongSpeed(text));
  }

  private static String wrongSpeed(String text) {
    return "--speed is '" + text + "'; it must be a number above 0, or max";
  }

  private static @Nullable Integer shift(String text) {
    return text.equals("auto") ? null : days("--shift", text, -36_500);
  }

  private static Integer days(String option, String text, int least) {
    if (!text.matches("[+-]?\\d{1,5}") || Integer.parseInt(text) < least) {
      throw new IllegalArgumentException(
          option + " is '" + text + "'; it must be a whole number of days from " + least);
    }
    return Integer.valueOf(text);
  }
}
