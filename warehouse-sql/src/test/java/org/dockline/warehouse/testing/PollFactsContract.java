package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dockline.warehouse.testing.WarehouseFixture.at;

import java.time.Duration;
import java.util.List;
import org.dockline.station.PollHour;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.warehouse.RejectedRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of calls, and of what could not be understood. */
interface PollFactsContract extends WarehouseFixture {

  @Test
  default void replacesThePollHoursOfAnInterval() {
    PollHour early = pollHour("lyon", "2026-03-01T08:00:00Z", null);
    PollHour late =
        pollHour(
            "lyon",
            "2026-03-01T09:00:00Z",
            new PollHour.Latency(
                Duration.ofMillis(90), Duration.ofMillis(1_500), Duration.ofMillis(9_999)));
    PollHour other = pollHour("*", "2026-03-01T08:00:00Z", null);
    replacePollHours("lyon", early, late);
    replacePollHours("lyon", early, late);
    replacePollHours("*", other);
    assertThat(pollHours("lyon")).containsExactly(early, late);
    assertThat(pollHours("*")).containsExactly(other);
    warehouse()
        .replacePollHours(
            "lyon", at("2026-03-01T08:00:00Z"), at("2026-03-01T09:00:00Z"), List.of());
    assertThat(pollHours("lyon")).containsExactly(late);
    assertThat(pollHours("nobody knows it")).isEmpty();
  }

  @Test
  default void refusesPollHoursOfAnotherContractOrTime() {
    assertThatThrownBy(
            () -> replacePollHours("lyon", pollHour("toyama", "2026-03-01T08:00:00Z", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("toyama");
    assertThatThrownBy(
            () -> replacePollHours("lyon", pollHour("lyon", "2026-03-02T00:00:00Z", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-03-02");
    assertThat(pollHours("lyon")).isEmpty();
  }

  @Test
  default void keepsARejectedRecordOnce() {
    RejectedRecord bare =
        new RejectedRecord(
            0,
            41,
            new Rejection(
                at("2026-03-01T08:00:00.001Z"), Source.GBFS_2, null, null, null, null, "odd", ""));
    RejectedRecord full =
        new RejectedRecord(
            1,
            41,
            new Rejection(
                at("2026-03-01T09:00:00Z"),
                Source.JCDECAUX_V1,
                "lyon",
                "7",
                "available_bikes",
                "-3",
                "is negative",
                "{\"é\": '🚲'}"));
    warehouse().saveRejected(List.of(full, bare, full));
    warehouse().saveRejected(List.of(bare));
    warehouse().saveRejected(List.of());
    assertThat(rejected("2026-03-01T00:00:00Z", 9)).containsExactly(bare, full);
    assertThat(rejected("2026-03-01T00:00:00Z", 1)).containsExactly(bare);
    assertThat(rejected("2026-03-01T00:00:00Z", 0)).isEmpty();
    assertThat(rejected("2026-03-01T08:30:00Z", 9)).containsExactly(full);
  }

  private List<RejectedRecord> rejected(String from, int limit) {
    return warehouse().listRejected(at(from), at("2026-03-02T00:00:00Z"), limit);
  }

  private void replacePollHours(String contract, PollHour... hours) {
    warehouse()
        .replacePollHours(
            contract, at("2026-03-01T00:00:00Z"), at("2026-03-02T00:00:00Z"), List.of(hours));
  }

  private List<PollHour> pollHours(String contract) {
    return warehouse()
        .listPollHours(contract, at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
  }

  private static PollHour pollHour(
      String contract, String start, PollHour.@Nullable Latency latency) {
    return new PollHour(
        Source.JCDECAUX_V3, contract, at(start), 360, 2, 1, latency, 10_000_000_000L, 155_000, 1);
  }
}
