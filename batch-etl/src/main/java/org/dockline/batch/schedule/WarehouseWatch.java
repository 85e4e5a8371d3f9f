package org.dockline.batch.schedule;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.batch.notify.Notice;
import org.dockline.batch.notify.Notifier;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the schedule can't be read or written in the warehouse, says so once, in words, and
 * says when it is over. A database that restarts is no news; one that stays away is.
 */
public final class WarehouseWatch extends AbstractSchedulerListener {

  private static final Logger LOG = LoggerFactory.getLogger(WarehouseWatch.class);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /** How long it lasts before anybody is told who does not watch. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String JOB = "schedule";

  private final Runnable probe;
  private final ScheduleState state;
  private final Notifier notifier;
  private final Clock clock;
  private @Nullable Instant since;
  private boolean told;

  /**
   * Begins.
   *
   * @param probe uses the warehouse; throws {@link WarehouseException} when it can't
   */
  public WarehouseWatch(Runnable probe, ScheduleState state, Notifier notifier, Clock clock) {
    this.probe = probe;
    this.state = state;
    this.notifier = notifier;
    this.clock = clock;
  }

  /**
   * Waits until the warehouse can be used.
   *
   * @return false when the pause was stopped before
   */
  public boolean awaitUsable(Pause pause) throws InterruptedException {
    while (!pause.isStopped()) {
      String trouble = trouble();
      if (trouble == null) {
        fine();
        return true;
      }
      note(trouble);
      pause.until(clock.instant().plus(AGAIN));
    }
    return false;
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType type) {
    switch (type) {
      case RAN_EXECUTE_DUE -> fine();
      case UNEXPECTED_ERROR, COMPLETIONHANDLER_ERROR, FAILUREHANDLER_ERROR -> {
        String trouble = trouble();
        note(trouble == null ? "The schedule could not be noted in the warehouse" : trouble);
      }
      default -> LOG.trace("{}", type);
    }
  }

  private @Nullable String trouble() {
    try {
      probe.run();
      return null;
    } catch (WarehouseException e) {
      return e.getMessage();
    }
  }

  private synchronized void note(String trouble) {
    Instant now = clock.instant();
    if (since == null) {
      since = now;
      LOG.error("The schedule waits: {}", trouble);
    }
    state.trouble(trouble);
    if (!told && !now.isBefore(since.plus(PATIENCE))) {
      told = true;
      notifier.tell(
          notice(
              Notice.Kind.FAILURE, "the schedule can't be kept", now, trouble, "Since " + since));
    }
  }

  private synchronized void fine() {
    if (since != null) {
      LOG.info("The warehouse can be used again");
      state.trouble(null);
      since = null;
    }
    if (told) {
      told = false;
      Instant now = clock.instant();
      notifier.tell(
          notice(
              Notice.Kind.RECOVERY, "the schedule is kept again", now, "What was due is done now"));
    }
  }

  private static Notice notice(Notice.Kind kind, String what, Instant at, String... lines) {
    return new Notice(kind, JOB, at, what, List.of(lines));
  }
}
