package org.dockline.poller.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.PollOutcome;
import org.dockline.poller.polling.PollSchedule;
import org.dockline.poller.polling.StationFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one feed on its schedule until it is told to stop; no error of a poll ends it. */
public final class FeedLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedLoop.class);

  private final StationFeed feed;
  private final PollCycle cycle;
  private final PollSchedule schedule;
  private final InstantSource clock;
  private final Stop stop;
  private final PollLog log;
  private volatile FeedStatus status = FeedStatus.NEW;

  /**
   * Nothing starts yet.
   *
   * @param feed that the cycle polls
   */
  public FeedLoop(
      StationFeed feed, PollCycle cycle, PollSchedule schedule, InstantSource clock, Stop stop) {
    this.feed = feed;
    this.cycle = cycle;
    this.schedule = schedule;
    this.clock = clock;
    this.stop = stop;
    this.log = new PollLog(feed.toString());
  }

  /** What the feed is called in logs and on the health page. */
  public String feed() {
    return feed.toString();
  }

  /** Whether it is well and silent, because another source speaks for all that it could tell. */
  public boolean rests() {
    return status.problem() == null && feed.standing().leftToOthers().contains(feed.scope());
  }

  /** How it has been doing. */
  public FeedStatus status() {
    return status;
  }

  @Override
  public void run() {
    Instant next = clock.instant();
    while (!stop.before(next, clock)) {
      next = pollOnce();
    }
  }

  /** Polls now; tells when the next poll is due. */
  Instant pollOnce() {
    Instant polledAt = clock.instant();
    PollOutcome outcome = outcome(polledAt);
    FeedStatus now = status.after(polledAt, outcome);
    Instant next = next(outcome, now.failuresInRow());
    status = now;
    if (!stop.isTold()) {
      log.polled(outcome, now, polledAt, next);
    }
    return next;
  }

  private Instant next(PollOutcome outcome, int failures) {
    Instant now = clock.instant();
    return outcome.unavailable()
        ? schedule.retry(now, Math.max(1, failures), outcome.retryAfter())
        : schedule.next(now);
  }

  /** A defect of ours costs one poll, not the feed. */
  private PollOutcome outcome(Instant polledAt) {
    try {
      return cycle.poll(polledAt);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("{}: a poll ended by a defect of the poller", feed(), e);
      return new PollOutcome(null, 0, 0, true, Duration.ZERO, "a defect of the poller: " + e, 0);
    }
  }
}
