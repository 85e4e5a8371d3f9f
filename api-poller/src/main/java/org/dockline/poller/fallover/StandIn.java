package org.dockline.poller.fallover;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.Standing;
import org.dockline.poller.polling.StationFeed;
import org.jspecify.annotations.Nullable;

/**
 * The source that stands in for one contract; it asks nobody while the first one speaks.
 *
 * <p>Not safe for use by several threads at once, but for {@link #standing()}.
 */
public final class StandIn implements StationFeed {

  private final String contract;
  private final FallOver fallOver;
  private final Supplier<StationFeed> source;
  private final Standing speaking;
  private final Standing silent;
  private volatile Standing standing;
  private @Nullable StationFeed feed;

  /**
   * Asks nobody yet.
   *
   * @param source makes the feed anew each time it is wanted, so that nothing old is in its memory
   */
  public StandIn(String contract, FallOver fallOver, Supplier<StationFeed> source) {
    this.contract = contract;
    this.fallOver = fallOver;
    this.source = source;
    this.speaking = new Standing(Set.of(), fallOver.first(), List.of(), null);
    this.silent = new Standing(Set.of(contract), fallOver.first(), List.of(), null);
    this.standing = silent;
  }

  @Override
  public String scope() {
    return contract;
  }

  @Override
  public FeedAnswer poll(Instant polledAt) {
    if (!fallOver.wantsStandIn(contract, polledAt)) {
      feed = null;
      standing = silent;
      return new FeedAnswer.Unexpired();
    }
    feed = feed == null ? source.get() : feed;
    FeedAnswer answer = feed.poll(polledAt);
    boolean speaks = fallOver.offered(contract, answer, polledAt);
    standing = (speaks ? speaking : silent).with(feed.standing().attribution());
    // The first source came back while this one was asked: the call counts, what it said does not.
    return speaks || !(answer instanceof FeedAnswer.Stations s)
        ? answer
        : new FeedAnswer.NotModified(s.exchange());
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public String toString() {
    return "gbfs " + contract + ", standing in";
  }
}
