package org.dockline.batch.schedule;

import java.time.Instant;
import org.dockline.batch.notify.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each run: to the log always, to the health endpoint, and where there is news to people.
 */
public final class Announcements implements JobFollower {

  private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

  private final ScheduleState state;
  private final JobNews news;
  private final Notifier notifier;

  /** Tells these. */
  public Announcements(ScheduleState state, JobNews news, Notifier notifier) {
    this.state = state;
    this.news = news;
    this.notifier = notifier;
  }

  @Override
  public void begin(String job, Instant at) {
    state.begin(job, at);
  }

  @Override
  public void end(JobEnd end) {
    state.end(end);
    LOG.info(
        "The {} ended: {}, days loaded: {}",
        end.job(),
        end.report().ending(),
        end.report().summary().daysLoaded());
    LOG.info("The next {} begins at {}", end.job(), end.next());
    news.of(end).ifPresent(notifier::tell);
  }
}
