package org.dockline.poller.simulator.pour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PourSpanTest {

  private static final List<Contract> CONTRACTS =
      List.of(contract("toyama"), contract("lyon"), contract("dublin"));

  @Test
  void eachContractBeginsAtItsOwnLocalMidnight() {
    PourSpan span = PourSpan.of(2, CONTRACTS, Instant.parse("2026-03-11T12:00:07Z"), null);

    assertThat(span.starts())
        .containsEntry("toyama", Instant.parse("2026-03-08T15:00:00Z"))
        .containsEntry("lyon", Instant.parse("2026-03-08T23:00:00Z"))
        .containsEntry("dublin", Instant.parse("2026-03-09T00:00:00Z"));
    assertThat(span.from()).isEqualTo("2026-03-08T15:00:00Z");
  }

  @Test
  void aDayOf23HoursIsWholeToo() {
    PourSpan span = PourSpan.of(1, CONTRACTS, Instant.parse("2026-03-30T05:00:00Z"), null);

    assertThat(span.starts()).containsEntry("lyon", Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(span.pollsUntil(Instant.parse("2026-03-29T22:00:00Z"), "lyon"))
        .isEqualTo(23 * 60 + 1);
  }

  @Test
  void noDayIsToday() {
    PourSpan span = PourSpan.of(0, CONTRACTS, Instant.parse("2026-03-11T12:00:07Z"), null);

    assertThat(span.starts()).containsEntry("dublin", Instant.parse("2026-03-11T00:00:00Z"));
  }

  @Test
  void itGoesOnAfterTheNewestPoll() {
    Instant now = Instant.parse("2026-03-11T12:00:07Z");
    PourSpan span = PourSpan.of(2, CONTRACTS, now, Instant.parse("2026-03-11T11:57:58.500Z"));

    assertThat(span.from()).isEqualTo("2026-03-11T11:58:00Z");
    assertThat(span.pollsUntil(now, "lyon")).isEqualTo(3);
    assertThat(span.isEmptyAt(now)).isFalse();
  }

  @Test
  void thereIsNothingToPourAfterAPollOfThisMinute() {
    Instant now = Instant.parse("2026-03-11T12:00:07Z");
    PourSpan span = PourSpan.of(2, CONTRACTS, now, Instant.parse("2026-03-11T12:00:00Z"));

    assertThat(span.isEmptyAt(now)).isTrue();
    assertThat(span.pollsUntil(now, "lyon")).isZero();
  }

  @Test
  void anOldPollDoesNotLengthenThePour() {
    Instant now = Instant.parse("2026-03-11T12:00:07Z");

    assertThat(PourSpan.of(2, CONTRACTS, now, Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo(PourSpan.of(2, CONTRACTS, now, null));
  }

  @ParameterizedTest
  @CsvSource({"6, P8D", "0, P2D", "1, P2DT12H", "28, P30D"})
  void daysThatTheTopicKeepsAreTaken(int days, Duration retention) {
    assertThat(PourSpan.refusal(days, retention)).isEmpty();
    assertThat(PourSpan.refusal(days, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, P8D, 6", "8, P8D, 6", "1, P2D, 0", "29, P30D, 28", "1, PT6H, 0"})
  void moreIsRefusedWithTheReason(int days, Duration retention, int room) {
    assertThat(PourSpan.refusal(days, retention).orElseThrow())
        .startsWith(days + " days can't be poured: the topic keeps a record for ")
        .contains("room for " + room + " whole days")
        .contains("retention.ms");
  }

  private static Contract contract(String name) {
    return ContractCatalogue.builtIn().find(name).orElseThrow();
  }
}
