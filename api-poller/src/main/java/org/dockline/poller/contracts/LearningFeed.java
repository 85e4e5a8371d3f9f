package org.dockline.poller.contracts;

import java.time.Instant;
import java.util.function.Supplier;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.Standing;
import org.dockline.poller.polling.StationFeed;

/** A feed whose answers show which contracts there are. */
public final class LearningFeed implements StationFeed {

  private final StationFeed feed;
  private final LearnedContracts learned;
  private final Supplier<Declared> declared;

  /**
   * Lets {@code learned} see the answers of {@code feed}.
   *
   * @param declared what the system says of itself, asked after each answer
   */
  public LearningFeed(StationFeed feed, LearnedContracts learned, Supplier<Declared> declared) {
    this.feed = feed;
    this.learned = learned;
    this.declared = declared;
  }

  @Override
  public String scope() {
    return feed.scope();
  }

  @Override
  public FeedAnswer poll(Instant polledAt) {
    FeedAnswer answer = feed.poll(polledAt);
    if (answer instanceof FeedAnswer.Stations s) {
      learned.saw(s.stations(), declared.get(), polledAt);
    }
    return answer;
  }

  @Override
  public Standing standing() {
    return feed.standing().with(learned.of(scope()));
  }

  @Override
  public String toString() {
    return feed.toString();
  }
}
