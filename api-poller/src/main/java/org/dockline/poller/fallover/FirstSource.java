package org.dockline.poller.fallover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.Standing;
import org.dockline.poller.polling.StationFeed;

/**
 * The source that speaks first: what it says of contracts for which another one stands in is left
 * out, and while that is all it says it is asked seldom.
 *
 * <p>Not safe for use by several threads at once, but for {@link #standing()}.
 */
public final class FirstSource implements StationFeed {

  /** How often a source that has nothing to say is asked whether it is well. */
  static final Duration SELDOM = Duration.ofMinutes(5);

  private final StationFeed feed;
  private final FallOver fallOver;
  private volatile Standing standing = Standing.ALONE;
  private Instant askAgain = Instant.MIN;

  /** Lets {@code feed} speak as {@code fallOver} decides. */
  public FirstSource(StationFeed feed, FallOver fallOver) {
    this.feed = feed;
    this.fallOver = fallOver;
  }

  @Override
  public String scope() {
    return feed.scope();
  }

  @Override
  public FeedAnswer poll(Instant polledAt) {
    if (polledAt.isBefore(askAgain)) {
      return new FeedAnswer.Unexpired();
    }
    FeedAnswer answer = feed.poll(polledAt);
    fallOver.heard(scope(), answer, polledAt);
    Set<String> left = fallOver.leftToOthers(scope());
    standing = new Standing(left, null, List.of(), null);
    return left.isEmpty() || !(answer instanceof FeedAnswer.Stations s)
        ? answer
        : own(s, left, polledAt);
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public String toString() {
    return feed.toString();
  }

  private FeedAnswer own(FeedAnswer.Stations s, Set<String> left, Instant polledAt) {
    FeedAnswer.Stations own =
        new FeedAnswer.Stations(
            s.exchange(),
            s.stations().stream().filter(o -> !left.contains(o.key().contract())).toList(),
            s.rejections().stream()
                .filter(r -> r.contract() == null || !left.contains(r.contract()))
                .toList(),
            s.cut(),
            s.impossibleTimes(),
            s.oneSided());
    askAgain = own.stations().isEmpty() ? polledAt.plus(SELDOM) : Instant.MIN;
    return own;
  }
}
