package org.dockline.station.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DayRunsTest {

  private static final LocalDate START = LocalDate.parse("2024-02-20");

  /** Days come (positive) and go (negative) in any order. */
  @Property(tries = 300)
  void isTheSetOfItsDaysWhateverCameAndWent(
      @ForAll @Size(max = 40) List<@IntRange(min = -20, max = 20) Integer> changes) {
    DayRuns runs = DayRuns.NONE;
    TreeSet<LocalDate> days = new TreeSet<>();
    for (int change : changes) {
      LocalDate day = START.plusDays(Math.abs(change));
      runs = change > 0 ? runs.with(day) : runs.without(day);
      if (change > 0) {
        days.add(day);
      } else {
        days.remove(day);
      }
    }
    assertThat(runs).isEqualTo(of(days));
    assertThat(DayRuns.union(List.of(runs, of(Set.of(START))))).isEqualTo(runs.with(START));
    LocalDate third = days.tailSet(START, false).stream().skip(2).findFirst().orElse(null);
    assertThat(runs.nthAfter(START, 3).orElse(null)).isEqualTo(third);
  }

  private static DayRuns of(Set<LocalDate> days) {
    DayRuns runs = DayRuns.NONE;
    for (LocalDate day : days) {
      runs = runs.with(day);
    }
    assertThat(runs.runs().stream().flatMap(r -> r.first().datesUntil(r.last().plusDays(1))))
        .containsExactlyInAnyOrderElementsOf(days);
    return runs;
  }
}
