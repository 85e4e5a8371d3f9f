package org.dockline.station.dimension;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A set of local days, as its runs of consecutive ones. The same days are the same runs, in
 * whatever order they came and went.
 *
 * @param runs in order, with at least a day between one and the next
 */
public record DayRuns(List<Run> runs) {

  /** No day. */
  public static final DayRuns NONE = new DayRuns(List.of());

  /**
   * Consecutive days.
   *
   * @param first inclusive
   * @param last inclusive
   */
  public record Run(LocalDate first, LocalDate last) {

    private boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** The days of all of them. */
  public static DayRuns union(Collection<DayRuns> sets) {
    return joined(sets.stream().flatMap(set -> set.runs.stream()).toList());
  }

  /** With that day. */
  public DayRuns with(LocalDate day) {
    List<Run> all = new ArrayList<>(runs);
    all.add(new Run(day, day));
    return joined(all);
  }

  /** Without that day. */
  public DayRuns without(LocalDate day) {
    List<Run> kept = new ArrayList<>();
    for (Run run : runs) {
      if (run.contains(day)) {
        addUnlessEmpty(kept, run.first, day.minusDays(1));
        addUnlessEmpty(kept, day.plusDays(1), run.last);
      } else {
        kept.add(run);
      }
    }
    return new DayRuns(List.copyOf(kept));
  }

  /**
   * The n-th of these days after a day.
   *
   * @param n at least 1
   * @return empty when there are fewer
   */
  public Optional<LocalDate> nthAfter(LocalDate day, int n) {
    long missing = n;
    for (Run run : runs) {
      LocalDate from = run.first.isAfter(day) ? run.first : day.plusDays(1);
      long length = ChronoUnit.DAYS.between(from, run.last) + 1;
      if (length >= missing) {
        return Optional.of(from.plusDays(missing - 1));
      }
      missing -= Math.max(length, 0);
    }
    return Optional.empty();
  }

  private static DayRuns joined(List<Run> unordered) {
    List<Run> joined = new ArrayList<>();
    for (Run run : unordered.stream().sorted(Comparator.comparing(Run::first)).toList()) {
      if (!joined.isEmpty() && !run.first.isAfter(joined.getLast().last.plusDays(1))) {
        Run before = joined.removeLast();
        LocalDate last = run.last.isAfter(before.last) ? run.last : before.last;
        joined.add(new Run(before.first, last));
      } else {
        joined.add(run);
      }
    }
    return new DayRuns(List.copyOf(joined));
  }

  private static void addUnlessEmpty(List<Run> runs, LocalDate first, LocalDate last) {
    if (!last.isBefore(first)) {
      runs.add(new Run(first, last));
    }
  }
}
