package org.dockline.station.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbsenceTest {

  private static final LocalDate START = LocalDate.parse("2026-03-01");

  private static final DayRuns ALWAYS = days(0, 30);

  @Test
  void sevenDaysOfSilenceAmongOthersAreAnAbsence() {
    assertThat(Absence.of(days(0, 10), days(0, 16))).isEmpty();
    assertThat(Absence.of(days(0, 10), days(0, 17))).containsExactly(new Absence(day(18), null));
  }

  @Test
  void sixDaysAreNone() {
    assertThat(Absence.of(DayRuns.union(List.of(days(0, 3), days(10, 30))), ALWAYS)).isEmpty();
  }

  @Test
  void anAbsenceEndsOnTheDayOfTheNextSign() {
    assertThat(Absence.of(DayRuns.union(List.of(days(0, 3), days(11, 30))), ALWAYS))
        .containsExactly(new Absence(day(11), day(11)));
  }

  @Test
  void daysWithoutAnyStationDoNotCount() {
    DayRuns attended = ALWAYS.without(day(4)).without(day(6));
    assertThat(Absence.of(days(0, 3), attended)).containsExactly(new Absence(day(13), null));
  }

  @Test
  void aStationThatWasNeverHeardOfIsNotGone() {
    assertThat(Absence.of(DayRuns.NONE, ALWAYS)).isEmpty();
  }

  private static LocalDate day(int n) {
    return START.plusDays(n);
  }

  /** From the n-th day to the m-th, both inclusive. */
  private static DayRuns days(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(AbsenceTest::day)
        .reduce(DayRuns.NONE, DayRuns::with, (a, b) -> DayRuns.union(List.of(a, b)));
  }
}
