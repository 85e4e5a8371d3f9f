package org.dockline.dashboard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RejectedGroupTest {

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  void sameReasonAndFieldAreOneGroupWithItsNewestExample() {
    List<RejectedGroup> groups =
        RejectedGroup.of(
            List.of(
                rejected(1, "name", "is empty", ""),
                rejected(2, "capacity", "is negative", "-3"),
                rejected(4, "capacity", "is negative", "-7"),
                rejected(3, "bikes", "is negative", "-1"),
                rejected(0, "capacity", "is negative", "-5")));

    assertThat(groups)
        .extracting(
            RejectedGroup::reason,
            RejectedGroup::field,
            RejectedGroup::count,
            group -> group.example().value())
        .containsExactly(
            tuple("is negative", "capacity", 3, "-7"),
            tuple("is negative", "bikes", 1, "-1"),
            tuple("is empty", "name", 1, ""));
  }

  @Test
  void wholeRecordsAtFaultAreAGroupToo() {
    assertThat(
            RejectedGroup.of(
                List.of(
                    rejected(0, null, "is no JSON", null), rejected(1, null, "is no JSON", "x"))))
        .extracting(RejectedGroup::field, RejectedGroup::count)
        .containsExactly(tuple(null, 2));
    assertThat(RejectedGroup.of(List.of())).isEmpty();
  }

  private static Rejection rejected(
      long second, @Nullable String field, String reason, @Nullable String value) {
    return new Rejection(
        NOON.plusSeconds(second), Source.JCDECAUX_V3, "lyon", "7", field, value, reason, "{}");
  }
}
