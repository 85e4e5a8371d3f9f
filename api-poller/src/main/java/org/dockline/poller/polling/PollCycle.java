package org.dockline.poller.polling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.poller.polling.FeedAnswer.NotModified;
import org.dockline.poller.polling.FeedAnswer.Stations;
import org.dockline.poller.polling.FeedAnswer.Unavailable;
import org.dockline.poller.polling.FeedAnswer.Unexpired;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;

/**
 * One feed, from asking to delivery. When the publisher can't even keep a poll, the newest state of
 * every station and the reports wait in memory, bounded, for the next poll; states in between are
 * lost.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class PollCycle {

  private final StationFeed feed;
  private final ChangeDetector detector;
  private final ObservationPublisher publisher;
  private final TopicEar ear;
  private final WaitingReports waiting = new WaitingReports();

  /** For who speaks to the topics alone; asks nobody yet. */
  public PollCycle(StationFeed feed, ChangeDetector detector, ObservationPublisher publisher) {
    this(feed, detector, publisher, TopicEar.DEAF);
  }

  /**
   * Takes its parts; asks nobody yet.
   *
   * @param ear hears what others tell the topics of the feed's stations
   */
  public PollCycle(
      StationFeed feed, ChangeDetector detector, ObservationPublisher publisher, TopicEar ear) {
    this.feed = feed;
    this.detector = detector;
    this.publisher = publisher;
    this.ear = ear;
  }

  /** Asks once and delivers what is new. */
  public PollOutcome poll(Instant polledAt) {
    FeedAnswer answer = feed.poll(polledAt);
    detector.overheard(ear.listen());
    detector.forget(feed.standing().leftToOthers());
    return switch (answer) {
      case Stations s -> {
        boolean whole = s.cut() == null;
        Changes c = detector.answered(polledAt, s.stations(), s.rejections(), whole);
        yield deliver(new Answered(s.exchange(), polledAt, c, s.cut(), false), null);
      }
      case NotModified n ->
          deliver(
              new Answered(n.exchange(), polledAt, detector.unchanged(polledAt), null, true), null);
      case Unexpired u ->
          deliver(new Answered(null, polledAt, detector.unchanged(polledAt), null, true), null);
      case Unavailable u ->
          deliver(
              new Answered(
                  u.exchange(), polledAt, detector.failed(u.rejections()), u.reason(), false),
              u);
    };
  }

  private PollOutcome deliver(Answered a, @Nullable Unavailable unavailable) {
    String undelivered = publish(a);
    PollReport report = a.report(feed, undelivered);
    return new PollOutcome(
        report,
        undelivered == null ? a.changes().observations().size() : 0,
        a.changes().rejected(),
        unavailable != null,
        unavailable == null ? null : unavailable.retryAfter(),
        undelivered,
        undelivered == null || report == null ? 0 : waiting.add(report));
  }

  private @Nullable String publish(Answered a) {
    PollReport report = a.report(feed, null);
    List<PollReport> reports = new ArrayList<>(waiting.list());
    if (report != null) {
      reports.add(report);
    }
    Changes changes = a.changes();
    if (changes.isEmpty() && reports.isEmpty()) {
      return null;
    }
    try {
      publisher.publish(new PollBatch(changes.observations(), changes.rejections(), reports));
      detector.delivered(changes);
      waiting.delivered();
      return null;
    } catch (NotDeliveredException e) {
      detector.undelivered(changes);
      return e.getMessage();
    }
  }
}
