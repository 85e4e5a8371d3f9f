package org.dockline.batch.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The times that a cron expression means in a zone. */
public final class CronTimes {

  private final String expression;
  private final ZoneId zone;
  private final ExecutionTime times;

  private CronTimes(String expression, ZoneId zone, ExecutionTime times) {
    this.expression = expression;
    this.zone = zone;
    this.times = times;
  }

  /**
   * Reads an expression of five fields: minute, hour, day of month, month, day of week.
   *
   * @throws IllegalArgumentException when it is none, or never comes
   */
  public static CronTimes parse(String expression, ZoneId zone) {
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    ExecutionTime times = ExecutionTime.forCron(parser.parse(expression));
    if (next(times, LocalDateTime.MIN.withYear(1970)).isEmpty()) {
      throw new IllegalArgumentException("'" + expression + "' never comes");
    }
    return new CronTimes(expression, zone, times);
  }

  /**
   * The first time after that moment. Where the clock is put forward, a time that is left out comes
   * as much later; where it is put back, a time that is repeated comes once.
   */
  public Instant after(Instant moment) {
    LocalDateTime local = moment.atZone(zone).toLocalDateTime();
    Instant next = moment;
    while (!next.isAfter(moment)) {
      local = next(times, local).orElseThrow(() -> new IllegalStateException(this + " has ended"));
      next = local.atZone(zone).toInstant();
    }
    return next;
  }

  /** By a clock that is never changed: the library leaves out the day of a time that is. */
  private static Optional<LocalDateTime> next(ExecutionTime times, LocalDateTime after) {
    return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  @Override
  public String toString() {
    return expression + " (" + zone + ")";
  }
}
