package org.dockline.station;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One local day of one contract: the unit the warehouse is loaded in. It has 23, 24 or 25 hours.
 *
 * @param contract canonical name
 * @param date the local date
 * @param zone the contract's zone
 */
public record ContractDay(String contract, LocalDate date, ZoneId zone)
    implements Comparable<ContractDay> {

  /** How long after its end a day may still get its last reports. */
  public static final Duration SETTLES = Duration.ofMinutes(15);

  /** A report may be this far ahead of its poll, so a day's first poll may be this early. */
  private static final Duration LEAD = ObservationTime.BELIEVED_LEAD;

  /**
   * One hour of the day.
   *
   * @param start inclusive, UTC
   * @param end exclusive, UTC
   * @param localHour 0..23, the hour that a local clock shows at the start
   */
  public record Hour(Instant start, Instant end, int localHour) {

    /** Usually an hour; shorter only where a zone moves its clock by less than one. */
    public Duration length() {
      return Duration.between(start, end);
    }
  }

  /** The day that {@code instant} falls into. */
  public static ContractDay of(String contract, Instant instant, ZoneId zone) {
    return new ContractDay(contract, instant.atZone(zone).toLocalDate(), zone);
  }

  /** Local midnight, inclusive. */
  public Instant start() {
    return date.atStartOfDay(zone).toInstant();
  }

  /** The next local midnight, exclusive. */
  public Instant end() {
    return date.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The first instant (inclusive) of the polls that may tell of this day. */
  public Instant polledFrom() {
    return start().minus(LEAD);
  }

  /**
   * The end (exclusive) of the polls that may tell of this day, and the earliest time to load it.
   */
  public Instant settledAt() {
    return end().plus(SETTLES);
  }

  /** Whether the instant lies in this day. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start()) && instant.isBefore(end());
  }

  /** The day after. */
  public ContractDay next() {
    return new ContractDay(contract, date.plusDays(1), zone);
  }

  /** The day before. */
  public ContractDay previous() {
    return new ContractDay(contract, date.minusDays(1), zone);
  }

  /** The hours in order, without gap or overlap, from local midnight to local midnight. */
  public List<Hour> hours() {
    List<Hour> hours = new ArrayList<>(25);
    Instant end = end();
    Instant from = start();
    while (from.isBefore(end)) {
      Instant full = from.plus(Duration.ofHours(1));
      Instant to = full.isAfter(end) ? end : full;
      hours.add(new Hour(from, to, from.atZone(zone).getHour()));
      from = to;
    }
    return List.copyOf(hours);
  }

  @Override
  public int compareTo(ContractDay other) {
    int byDate = date.compareTo(other.date);
    return byDate != 0 ? byDate : contract.compareTo(other.contract);
  }

  /** For example {@code lyon 2026-03-29 (Europe/Paris)}. */
  @Override
  public String toString() {
    return contract + ' ' + date + " (" + zone + ')';
  }
}
