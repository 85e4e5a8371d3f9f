package org.dockline.batch;

import java.time.Duration;
import java.time.ZoneId;
import org.dockline.batch.notify.NotifySettings;
import org.dockline.batch.schedule.CronTimes;
import org.dockline.batch.schedule.Timetable;
import org.dockline.station.service.HealthAddress;
import org.dockline.station.settings.Settings;

/**
 * What an operator can choose of the schedule.
 *
 * @param timetable when to load
 * @param archiveTimetable when to archive
 * @param notices whom to tell of failures
 * @param loadHeap the largest heap of a load, as {@code -Xmx} takes it
 * @param health where the health endpoint listens
 */
record ScheduleSettings(
    Timetable timetable,
    Timetable archiveTimetable,
    NotifySettings notices,
    String loadHeap,
    HealthAddress health) {

  static final String USAGE =
      """
        BATCH_SCHEDULE           cron expression of the daily load (0 5 * * *)
        BATCH_ZONE               the zone that it is meant in (Europe/Brussels)
        BATCH_ALSO_EVERY         how long after a load to look for due days again; PT0S: not before the
                                 schedule (PT0S)
        BATCH_LOAD_HEAP          largest heap of the process of a load (640m)
        HEALTH_PORT              port of /health and /metrics (8513)
        HEALTH_ADDRESS           the address they listen on; 0.0.0.0: all there are (127.0.0.1)
      """
          + NotifySettings.USAGE;

  private static final String DEFAULT_CRON = "0 5 * * *";

  /** Not at the full hour, when a load may begin, which archives by itself. */
  private static final String HOURLY = "30 * * * *";

  private static final String DEFAULT_HEAP = "640m";

  /** Reads them; call {@link Settings#check} afterwards. */
  static ScheduleSettings of(Settings settings) {
    ZoneId zone = settings.zone("BATCH_ZONE", "Europe/Brussels");
    return new ScheduleSettings(
        new Timetable(
            cron(settings, zone),
            settings.duration(
                "BATCH_ALSO_EVERY", Duration.ZERO, Duration.ZERO, Duration.ofDays(1))),
        new Timetable(CronTimes.parse(HOURLY, zone), Duration.ZERO),
        NotifySettings.of(settings),
        heap(settings),
        HealthAddress.from(settings, 8513));
  }

  private static CronTimes cron(Settings settings, ZoneId zone) {
    String expression = settings.text("BATCH_SCHEDULE", DEFAULT_CRON);
    try {
      return CronTimes.parse(expression, zone);
    } catch (IllegalArgumentException e) {
      settings.problem(
          "BATCH_SCHEDULE is '%s'; it must be a cron expression of five fields such as %s: %s"
              .formatted(expression, DEFAULT_CRON, e.getMessage()));
      return CronTimes.parse(DEFAULT_CRON, zone);
    }
  }

  private static String heap(Settings settings) {
    String heap = settings.text("BATCH_LOAD_HEAP", DEFAULT_HEAP);
    if (!heap.matches("[1-9]\\d*[mMgG]")) {
      settings.problem("BATCH_LOAD_HEAP is '" + heap + "'; it must be a size such as 640m or 2g");
    }
    return heap;
  }
}
