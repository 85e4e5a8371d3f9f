package org.dockline.poller.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dockline.poller.kafka.KafkaObservationPublisher;
import org.dockline.poller.kafka.TopicContradictionException;
import org.dockline.poller.kafka.TopicPlan;
import org.dockline.poller.recording.AnswerLine;
import org.dockline.poller.recording.Recording;
import org.dockline.poller.recording.UnreadableLineException;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;

/**
 * A recording, for the topics of these brokers.
 *
 * @param brokers where Kafka is
 * @param stationsTopic where observations go
 * @param partitions how many that topic has
 * @param notes where it is noted how far a replay came
 * @param clock for pace and retention
 * @param stop ends the replay when it is opened
 * @param progress told now and then how far it is
 * @param complaints told of lines that can't be read
 */
record ReplayIntoKafka(
    String brokers,
    String stationsTopic,
    int partitions,
    Path notes,
    InstantSource clock,
    CountDownLatch stop,
    Consumer<String> progress,
    Consumer<String> complaints) {

  private static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(2);
  private static final Pattern CONTRACT =
      Pattern.compile("\"contract_?[nN]ame\"\\s*:\\s*\"([^\"]*)\"");

  /** Lines between two notes of how far it is, when it goes as fast as it can. */
  private static final int LINES_AT_ONCE = 200;

  /**
   * Plays what an earlier replay has not delivered.
   *
   * @return one sentence that says what was done
   * @throws IllegalArgumentException when the topics would not keep it
   * @throws TopicContradictionException when a topic is there and must not be used as it is
   * @throws IOException when the recording can't be read, or Kafka does not take everything
   * @throws InterruptedException when the thread is told to stop
   */
  String run(ReplayOptions o)
      throws IOException, TopicContradictionException, InterruptedException {
    ReplaySpan span = ReplaySpan.of(o.file());
    ReplayPosition position =
        new ReplayPosition(notes, o.file().toRealPath() + " " + brokers + " " + stationsTopic);
    Optional<ReplayPosition.Note> note = o.fromStart() ? Optional.empty() : position.read();
    Integer given = o.shiftDays();
    int days =
        given == null
            ? note.map(ReplayPosition.Note::shiftDays).orElse(span.daysUntil(clock.instant()))
            : given;
    new ReplayTopics(
            brokers, TopicPlan.pipeline(stationsTopic, partitions), clock, stop, complaints)
        .refuseWhatWouldVanish(span, days, o.keepDays());
    int from = note.filter(n -> n.shiftDays() == days).map(ReplayPosition.Note::lines).orElse(0);
    try (KafkaObservationPublisher publisher =
            KafkaObservationPublisher.connect(brokers, stationsTopic, DELIVERY_TIMEOUT);
        Recording recording = Recording.open(o.file())) {
      ReplayRun run = new ReplayRun(Duration.ofDays(days), contract(o), publisher);
      ReplayPace pace = new ReplayPace(o.speed(), clock, stop);
      play(recording, run, pace, from, span.lines(), noting(position, days));
      return sentence(span, run, recording, from, days);
    }
  }

  /** Notes that so many lines are delivered; none: the replay is done. */
  private interface Noting {
    void delivered(int lines) throws IOException;
  }

  private static Noting noting(ReplayPosition position, int days) {
    return lines -> {
      if (lines == 0) {
        position.forget();
      } else {
        position.write(new ReplayPosition.Note(lines, days));
      }
    };
  }

  private void play(
      Recording recording, ReplayRun run, ReplayPace pace, int from, int lines, Noting noting)
      throws IOException, InterruptedException {
    ReplayProgress bar = new ReplayProgress(clock.instant(), from, lines);
    int unnoted = 0;
    AnswerLine line = next(recording);
    while (line != null && stop.getCount() > 0) {
      boolean send = recording.line() > from;
      if (send && pace.awaits(line.polledAt())) {
        run.flush();
        noting.delivered(Math.max(from, run.firstPending(recording.line()) - 1));
        pace.await(line.polledAt());
      }
      if (stop.getCount() > 0) {
        run.take(line, recording.line(), send);
        if (send && ++unnoted % LINES_AT_ONCE == 0) {
          run.flush();
          noting.delivered(run.firstPending(recording.line() + 1) - 1);
        }
        bar.at(recording.line(), run.records(), clock.instant()).ifPresent(progress);
        line = next(recording);
      }
    }
    if (line == null) {
      run.end();
      noting.delivered(0);
    } else {
      run.flush();
      noting.delivered(Math.max(from, run.firstPending(recording.line()) - 1));
    }
    progress.accept(bar.text(recording.line(), run.records(), clock.instant()));
  }

  private @Nullable AnswerLine next(Recording recording) throws IOException {
    while (true) {
      try {
        return recording.next();
      } catch (UnreadableLineException e) {
        complaints.accept("skipped: " + e.getMessage());
      }
    }
  }

  /** A recording that does not say was asked for one contract when it holds only one. */
  private String contract(ReplayOptions o) throws IOException {
    String given = o.contract();
    if (given != null) {
      return given;
    }
    try (Recording recording = Recording.open(o.file())) {
      AnswerLine first = next(recording);
      if (first == null || first.contract() != null) {
        return PollReport.ALL;
      }
      if (ReplayedFeed.protocol(first.answer().file()).equals("gbfs")) {
        throw new IllegalArgumentException(
            o.file() + " does not say whose files it holds; give --contract NAME");
      }
      var contracts =
          CONTRACT
              .matcher(first.answer().text())
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toSet());
      return contracts.size() == 1 ? contracts.iterator().next() : PollReport.ALL;
    }
  }

  private String sentence(ReplaySpan span, ReplayRun run, Recording recording, int from, int days) {
    boolean done = stop.getCount() > 0;
    return "%s %d of %d lines%s, %d observations, polls of %s to %s%s%s%s"
        .formatted(
            done ? "Replayed" : "Interrupted; run it again to go on. Replayed",
            Math.min(recording.line(), span.lines()),
            span.lines(),
            from > 0 ? " (from line " + (from + 1) + ")" : "",
            run.records(),
            span.first(),
            span.last(),
            days == 0 ? "" : ", shifted by " + days + " days",
            span.unreadable() == 0 ? "" : ", " + span.unreadable() + " unreadable lines skipped",
            recording.torn() ? "; the file ends in the middle" : "");
  }
}
