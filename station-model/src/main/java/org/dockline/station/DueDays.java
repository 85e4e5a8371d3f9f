package org.dockline.station;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which days of a contract are to be loaded into the warehouse.
 *
 * @param due complete and not loaded, or loaded and out of date; in date order
 * @param lost would be due, but the log no longer holds all of them: half a day is never loaded as
 *     a whole one; in date order
 * @param unsettled asked for, but not over yet; in date order
 */
public record DueDays(List<ContractDay> due, List<ContractDay> lost, List<ContractDay> unsettled) {

  /** When nothing was polled for this long, nothing more is waited for. */
  public static final Duration NOTHING_MORE_AFTER = Duration.ofDays(2);

  /** Copies the lists. */
  public DueDays {
    due = List.copyOf(due);
    lost = List.copyOf(lost);
    unsettled = List.copyOf(unsettled);
  }

  /**
   * What is due by itself. Days without an observation between the first and the last are due too:
   * they load as unknown hours. After its last observation a contract has days for as long as its
   * stations are remembered.
   */
  public static DueDays of(ContractLog log, Instant now) {
    List<ContractDay> due = new ArrayList<>();
    List<ContractDay> lost = new ArrayList<>();
    LocalDate last = lastDate(log);
    for (LocalDate date = firstDate(log); !date.isAfter(last); date = date.plusDays(1)) {
      ContractDay day = log.day(date);
      if (!isOutOfDate(log, date) || !log.isComplete(day, now)) {
        continue;
      }
      if (log.holds(day)) {
        due.add(day);
      } else if (!isBeforeTheBeginning(log, date)) {
        lost.add(day);
      }
    }
    return new DueDays(due, lost, List.of());
  }

  /** Everything that is complete, whether it is loaded or not: all that a rebuild loads. */
  public static DueDays complete(ContractLog log, Instant now) {
    DueDays settled = requested(log, firstDate(log), lastDate(log), now);
    return new DueDays(
        settled.due().stream().filter(day -> log.isComplete(day, now)).toList(),
        settled.lost().stream()
            .filter(day -> log.loaded().containsKey(day.date()) || !log.beginsAfter(day))
            .toList(),
        List.of());
  }

  /**
   * What someone asks for: every settled day in the range that the contract has, whether it is
   * loaded or not.
   *
   * @param from inclusive
   * @param to inclusive
   */
  public static DueDays requested(ContractLog log, LocalDate from, LocalDate to, Instant now) {
    List<ContractDay> due = new ArrayList<>();
    List<ContractDay> lost = new ArrayList<>();
    List<ContractDay> unsettled = new ArrayList<>();
    LocalDate first = from.isBefore(firstDate(log)) ? firstDate(log) : from;
    LocalDate last = to.isAfter(lastDate(log)) ? lastDate(log) : to;
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      ContractDay day = log.day(date);
      boolean settled = !now.isBefore(day.settledAt());
      (settled ? log.holds(day) ? due : lost : unsettled).add(day);
    }
    return new DueDays(due, lost, unsettled);
  }

  private static boolean isOutOfDate(ContractLog log, LocalDate date) {
    ContractLog.Loaded loaded = log.loaded().get(date);
    return loaded == null || loaded.seedChanged() || log.inLog(date).late() > 0;
  }

  /** A first start on a log that has already forgotten begins with the first day it holds. */
  private static boolean isBeforeTheBeginning(ContractLog log, LocalDate date) {
    return log.beginsAfter(log.day(date))
        && log.loaded().keySet().stream().noneMatch(loaded -> !loaded.isAfter(date));
  }

  private static LocalDate firstDate(ContractLog log) {
    LocalDate polled = localDate(log, log.firstPolled());
    return log.loaded().keySet().stream()
        .min(LocalDate::compareTo)
        .filter(loaded -> loaded.isBefore(polled))
        .orElse(polled);
  }

  private static LocalDate lastDate(ContractLog log) {
    return localDate(log, log.lastPolled().plus(ObservationTime.REMEMBERED));
  }

  private static LocalDate localDate(ContractLog log, Instant instant) {
    return instant.atZone(log.zone()).toLocalDate();
  }
}
