package org.dockline.poller.recording;

import java.time.Instant;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.Standing;
import org.dockline.poller.polling.StationFeed;

/**
 * A feed whose answers are recorded: it tells the recorder which poll they belong to.
 *
 * @param feed that is asked
 * @param recorder listens to the feed's client
 */
public record RecordedFeed(StationFeed feed, Recorder recorder) implements StationFeed {

  @Override
  public String scope() {
    return feed.scope();
  }

  @Override
  public FeedAnswer poll(Instant polledAt) {
    recorder.polling(feed.scope(), polledAt);
    try {
      return feed.poll(polledAt);
    } finally {
      recorder.polled();
    }
  }

  @Override
  public Standing standing() {
    return feed.standing();
  }

  @Override
  public String toString() {
    return feed.toString();
  }
}
