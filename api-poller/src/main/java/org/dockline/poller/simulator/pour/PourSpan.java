package org.dockline.poller.simulator.pour;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dockline.station.Contract;
import org.jspecify.annotations.Nullable;

/**
 * Which polls are poured: one in each whole minute. Each contract joins in at a local midnight of
 * its own, so that no day is poured in part.
 *
 * @param starts the first poll that holds a contract, by its name
 * @param from the first poll
 */
public record PourSpan(Map<String, Instant> starts, Instant from) {

  /** From one poll to the next. */
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  /** What is poured must not be forgotten before it was loaded. */
  static final Duration TIME_TO_LOAD = Duration.ofHours(12);

  /**
   * The polls of that many whole local days of every contract, and of today.
   *
   * @param newestPoll what was polled so far, and need not be poured again; null when nothing was
   */
  public static PourSpan of(
      int days, Collection<Contract> contracts, Instant now, @Nullable Instant newestPoll) {
    Map<String, Instant> starts = new TreeMap<>();
    for (Contract c : contracts) {
      LocalDate today = now.atZone(c.zone()).toLocalDate();
      starts.put(c.name(), today.minusDays(days).atStartOfDay(c.zone()).toInstant());
    }
    Instant earliest = Collections.min(starts.values());
    return new PourSpan(
        starts,
        newestPoll == null || newestPoll.isBefore(earliest)
            ? earliest
            : newestPoll.plus(INTERVAL).truncatedTo(ChronoUnit.MINUTES));
  }

  /**
   * Why so many days can't be poured.
   *
   * @param retention how long the topic keeps a record; null for ever
   * @return empty when they can
   */
  public static Optional<String> refusal(int days, @Nullable Duration retention) {
    if (retention == null) {
      return Optional.empty();
    }
    long most = retention.minus(TIME_TO_LOAD).toDays() - 1;
    return days <= most
        ? Optional.empty()
        : Optional.of(
            "%d days can't be poured: the topic keeps a record for %s, with today and %s to load them that is room for %d whole days. Pour fewer, or set the topic's retention.ms higher."
                .formatted(days, text(retention), text(TIME_TO_LOAD), Math.max(0, most)));
  }

  /** Whether there is a poll until then. */
  public boolean isEmptyAt(Instant now) {
    return now.isBefore(from);
  }

  /** How many polls until then, inclusive, list that contract. */
  long pollsUntil(Instant now, String contract) {
    Instant start = starts.getOrDefault(contract, from);
    Instant first = start.isAfter(from) ? start : from;
    return now.isBefore(first) ? 0 : Duration.between(first, now).dividedBy(INTERVAL) + 1;
  }

  private static String text(Duration duration) {
    return duration.toHoursPart() == 0
        ? duration.toDays() + " days"
        : duration.toHours() + " hours";
  }
}
