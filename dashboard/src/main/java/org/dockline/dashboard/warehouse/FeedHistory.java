package org.dockline.dashboard.warehouse;

import java.time.Instant;
import java.util.List;
import org.dockline.warehouse.Insights.FeedAnswers;
import org.dockline.warehouse.Insights.RejectedReason;

/** How the providers answered, as far as the warehouse can tell. */
public sealed interface FeedHistory {

  /** There is no warehouse. */
  record NotConfigured() implements FeedHistory {}

  /** It did not answer. */
  record Away() implements FeedHistory {}

  /** It answered, and holds no day yet. */
  record NothingLoaded() implements FeedHistory {}

  /**
   * It told.
   *
   * @param from where the loaded days looked at begin
   * @param through where the newest of them ends, exclusive
   * @param feeds by contract and source; empty when the loaded days have no calls
   * @param rejected why records of theirs were rejected, the most frequent reason first
   */
  record Known(
      Instant from, Instant through, List<FeedAnswers> feeds, List<RejectedReason> rejected)
      implements FeedHistory {

    /** Copies the lists. */
    public Known {
      feeds = List.copyOf(feeds);
      rejected = List.copyOf(rejected);
    }
  }
}
