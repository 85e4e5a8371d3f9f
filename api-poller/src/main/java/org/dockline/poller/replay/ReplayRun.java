package org.dockline.poller.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.poller.polling.BulkPublisher;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.DeferredPublisher;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.PollBatch;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.PollOutcome;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.recording.AnswerLine;

/**
 * Polls the feeds of a recording again, answer by answer. The lines that were delivered by an
 * interrupted replay are polled too, but not sent: so the rest is compared with what came before,
 * and the topics end as they would have without the interruption.
 */
final class ReplayRun {

  /** The answers of one poll of one feed lie no further apart. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(60);

  /** Which feed a line is of. */
  private record FeedId(String protocol, String contract) {}

  /** A feed, and the poll whose answers are being collected. */
  private static final class Played {
    private final ReplayedFeed feed;
    private final PollCycle cycle;
    private Instant polledAt = Instant.MIN;
    private int firstLine;
    private boolean send;

    Played(ReplayedFeed feed, PollCycle cycle) {
      this.feed = feed;
      this.cycle = cycle;
    }
  }

  private final Duration shift;
  private final String fallbackContract;
  private final DeferredPublisher publisher;
  private final Map<FeedId, Played> feeds = new LinkedHashMap<>();
  private final Map<FeedId, Played> pending = new HashMap<>();
  private boolean sending;
  private long records;

  /**
   * Has played nothing yet.
   *
   * @param shift is added to all times
   * @param fallbackContract whose lines are that do not say
   */
  ReplayRun(Duration shift, String fallbackContract, BulkPublisher bulk) {
    this.shift = shift;
    this.fallbackContract = fallbackContract;
    this.publisher = new DeferredPublisher(bulk);
  }

  /** Observations sent. */
  long records() {
    return records;
  }

  /**
   * Takes the next line, and polls every feed whose answers are all there by now.
   *
   * @param number of the line
   * @param send false for what an earlier run has delivered
   */
  void take(AnswerLine line, int number, boolean send) throws IOException {
    FeedId id = id(line);
    Played played = feeds.computeIfAbsent(id, this::played);
    boolean polled = played.polledAt.equals(line.polledAt()) && !pending.containsKey(id);
    if (line.again() || polled) {
      played.feed.remember(line.answer());
      return;
    }
    pollThoseBefore(line.polledAt().minus(LONGEST_POLL));
    if (!played.polledAt.equals(line.polledAt())) {
      poll(id);
      played.polledAt = line.polledAt();
      played.firstLine = number;
      played.send = send;
      pending.put(id, played);
    }
    played.feed.give(line.answer());
    if (ReplayedFeed.isLastOfItsPoll(line.answer().file())) {
      poll(id);
    }
  }

  /** Polls what is left. */
  void end() throws IOException {
    pollThoseBefore(Instant.MAX);
    flush();
  }

  /** Waits until everything that was polled is delivered. */
  void flush() throws IOException {
    try {
      publisher.flush();
    } catch (NotDeliveredException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The first line, at most the given one, whose poll may not be played yet. */
  int firstPending(int next) {
    return pending.values().stream().mapToInt(p -> p.firstLine).min().orElse(next);
  }

  private void pollThoseBefore(Instant moment) throws IOException {
    List<FeedId> due =
        pending.entrySet().stream()
            .filter(e -> e.getValue().polledAt.isBefore(moment))
            .sorted(Comparator.comparing(e -> e.getValue().polledAt))
            .map(Map.Entry::getKey)
            .toList();
    for (FeedId id : due) {
      poll(id);
    }
  }

  private void poll(FeedId id) throws IOException {
    Played played = pending.remove(id);
    if (played == null) {
      return;
    }
    sending = played.send;
    PollOutcome outcome = played.cycle.poll(played.polledAt.plus(shift));
    if (outcome.undelivered() != null) {
      throw new IOException(outcome.undelivered());
    }
    records += sending ? outcome.sent() : 0;
  }

  private Played played(FeedId id) {
    ReplayedFeed feed = new ReplayedFeed(id.protocol(), id.contract(), shift);
    return new Played(
        feed, new PollCycle(feed, new ChangeDetector(SendPolicy.CHANGED), this::publish));
  }

  private void publish(PollBatch batch) throws NotDeliveredException {
    if (sending) {
      publisher.publish(batch);
    }
  }

  private FeedId id(AnswerLine line) {
    String contract = Optional.ofNullable(line.contract()).orElse(fallbackContract);
    return new FeedId(ReplayedFeed.protocol(line.answer().file()), contract);
  }
}
