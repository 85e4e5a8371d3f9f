package org.dockline.dashboard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.warehouse.Insights.RejectedReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RejectedGroupTest {

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  void sameReasonAndFieldAreOneGroupWithItsNewestExample() {
    List<RejectedGroup> groups =
        RejectedGroup.of(
            List.of(),
            null,
            List.of(
                rejected(1, "name", "is empty", ""),
                rejected(2, "capacity", "is negative", "-3"),
                rejected(4, "capacity", "is negative", "-7"),
                rejected(3, "bikes", "is negative", "-1"),
                rejected(0, "capacity", "is negative", "-5")));

    assertThat(groups)
        .extracting(RejectedGroup::loaded, RejectedGroup::since, group -> group.example().value())
        .containsExactly(tuple(0L, 3L, "-7"), tuple(0L, 1L, "-1"), tuple(0L, 1L, ""));
  }

  @Test
  void whatTheWarehouseCountedIsNotCountedAgain() {
    List<RejectedGroup> groups =
        RejectedGroup.of(
            List.of(
                new RejectedReason(40, rejected(9, "bikes", "is negative", "-9")),
                new RejectedReason(41, rejected(8, "name", "is empty", ""))),
            NOON.plusSeconds(10),
            List.of(
                rejected(9, "bikes", "is negative", "-9"),
                rejected(10, "bikes", "is negative", "-10"),
                rejected(11, "bikes", "is negative", "-11"),
                rejected(12, null, "is no JSON", null)));

    assertThat(groups)
        .extracting(RejectedGroup::loaded, RejectedGroup::since, group -> group.example().value())
        .containsExactly(tuple(40L, 2L, "-11"), tuple(41L, 0L, ""), tuple(0L, 1L, null));
  }

  @Test
  void wholeRecordsAtFaultAreAGroupToo() {
    List<Rejection> kept =
        List.of(rejected(0, null, "is no JSON", null), rejected(1, null, "is no JSON", "x"));
    assertThat(RejectedGroup.of(List.of(), null, kept))
        .extracting(RejectedGroup::since)
        .containsExactly(2L);
    assertThat(RejectedGroup.of(List.of(), null, List.of())).isEmpty();
  }

  private static Rejection rejected(
      long second, @Nullable String field, String reason, @Nullable String value) {
    return new Rejection(
        NOON.plusSeconds(second), Source.JCDECAUX_V3, "lyon", "7", field, value, reason, "{}");
  }
}
