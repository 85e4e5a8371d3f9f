package org.dockline.station;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log of observations holds of one contract, and what of it is loaded: all that {@link
 * DueDays} needs.
 *
 * @param contract canonical name
 * @param zone the zone its days are counted in
 * @param firstPolled its earliest poll in the log
 * @param lastPolled its latest poll in the log
 * @param lastReport start of the newest poll that was reported for it or for all contracts, whether
 *     it succeeded or not; null when there is none
 * @param gaps times of which the log has lost records; empty when nothing was ever lost
 * @param days what the log holds by local date; an absent date has nothing
 * @param loaded the loaded days by local date
 */
public record ContractLog(
    String contract,
    ZoneId zone,
    Instant firstPolled,
    Instant lastPolled,
    @Nullable Instant lastReport,
    List<LogGap> gaps,
    Map<LocalDate, DayInLog> days,
    Map<LocalDate, Loaded> loaded) {

  /** Copies the collections. */
  public ContractLog {
    gaps = List.copyOf(gaps);
    days = Map.copyOf(days);
    loaded = Map.copyOf(loaded);
  }

  /**
   * What the log holds for one local day.
   *
   * @param records records polled in the day; of a loaded day, only those within what was read
   * @param late records that may tell of the loaded day and came after it was read; 0 for a day
   *     that is not loaded
   */
  public record DayInLog(long records, long late) {

    static final DayInLog NOTHING = new DayInLog(0, 0);
  }

  /**
   * A day that is loaded.
   *
   * @param records records polled in the day that had been read for it
   * @param seedChanged the day before got another close since
   */
  public record Loaded(long records, boolean seedChanged) {}

  /** The day of that date. */
  public ContractDay day(LocalDate date) {
    return new ContractDay(contract, date, zone);
  }

  /** What the log holds for that date. */
  public DayInLog inLog(LocalDate date) {
    return days.getOrDefault(date, DayInLog.NOTHING);
  }

  /**
   * Whether every report of that day that will ever come in the ordinary way has come: it has
   * settled, and a later poll was reported (so whatever was held back before it has been sent), or
   * nothing was polled for two days.
   */
  public boolean isComplete(ContractDay day, Instant now) {
    Instant settled = day.settledAt();
    Instant lastSign =
        lastReport == null || lastReport.isBefore(lastPolled) ? lastPolled : lastReport;
    return !now.isBefore(settled)
        && ((lastReport != null && lastReport.isAfter(settled))
            || !now.isBefore(lastSign.plus(DueDays.NOTHING_MORE_AFTER)));
  }

  /** Whether the log still holds everything that was ever polled of that day. */
  public boolean holds(ContractDay day) {
    Loaded before = loaded.get(day.date());
    return before == null
        ? gaps.stream().noneMatch(gap -> gap.touches(day))
        : inLog(day.date()).records() >= before.records();
  }

  /** Whether the log lacks something of that day because it begins only later. */
  boolean beginsAfter(ContractDay day) {
    return gaps.stream().anyMatch(gap -> gap.isBeginning() && gap.touches(day));
  }
}
