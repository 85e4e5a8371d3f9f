package org.dockline.batch.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadEndingTest {

  /** A full archive does not keep days from being loaded, but the load does not end as if well. */
  @ParameterizedTest
  @CsvSource({
    "DONE,       DONE,        DONE",
    "DONE,       UNAVAILABLE, UNAVAILABLE",
    "INCOMPLETE, DONE,        INCOMPLETE",
    "INCOMPLETE, UNAVAILABLE, UNAVAILABLE",
    "FAILED,     UNAVAILABLE, FAILED",
    "FAILED,     INCOMPLETE,  FAILED",
  })
  void daysAndArchiveEndTogether(LoadEnding days, LoadEnding archive, LoadEnding both) {
    assertThat(days.and(archive)).isEqualTo(both);
    assertThat(archive.and(days)).isEqualTo(both);
  }
}
