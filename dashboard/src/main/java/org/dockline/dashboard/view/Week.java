package org.dockline.dashboard.view;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dockline.dashboard.history.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a contract is about: {@code ?contract=lyon&until=2026-03-08&show=empty}.
 *
 * @param contract canonical name
 * @param zone its zone
 * @param last the last of its seven local dates
 * @param current whether that is today
 * @param measure what is shown by the hour
 */
record Week(String contract, ZoneId zone, LocalDate last, boolean current, Measure measure) {

  private static final int DAYS = 7;

  /** Answers are kept by their interval, so the end of one that is not over is a round time. */
  private static final long ROUND_SECONDS = Duration.ofMinutes(5).toSeconds();

  /** Reads an address; what makes no sense is today, or bikes. */
  static Week of(QueryParameters parameters, String contract, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate last =
        parameters
            .getSingleParameter("until")
            .flatMap(Week::date)
            .filter(date -> date.isBefore(today))
            .orElse(today);
    Measure measure =
        parameters.getSingleParameter("show").flatMap(Measure::find).orElse(Measure.BIKES);
    return new Week(contract, zone, last, last.equals(today), measure);
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  List<LocalDate> days() {
    return IntStream.range(0, DAYS).mapToObj(i -> last.minusDays(DAYS - 1L - i)).toList();
  }

  Instant from() {
    return days().getFirst().atStartOfDay(zone).toInstant();
  }

  Instant to(Instant now) {
    Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
    long round = now.getEpochSecond() / ROUND_SECONDS * ROUND_SECONDS;
    return end.isBefore(now) ? end : Instant.ofEpochSecond(round);
  }

  /** The address of this week with another measure. */
  String showing(Measure other) {
    return address(current ? null : last, other);
  }

  /** The address of the week so many days later, or earlier; of today when it would lie ahead. */
  String moved(int days, LocalDate today) {
    LocalDate other = last.plusDays(days);
    return address(other.isBefore(today) ? other : null, measure);
  }

  /** The address of the seven days that end today. */
  String latest() {
    return address(null, measure);
  }

  /** What exports are told of it. */
  String question() {
    return current ? "" : "?until=" + last;
  }

  private String address(@Nullable LocalDate until, Measure shown) {
    return Links.contract(contract)
        + (until == null ? "" : "&until=" + until)
        + (shown == Measure.BIKES ? "" : "&show=" + shown.key());
  }
}
