package org.dockline.poller.fallover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.Source.GBFS_3;
import static org.dockline.station.Source.JCDECAUX_V3;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dockline.poller.fallover.TwoSources.First;
import org.dockline.station.PollReport;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationClose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FallOverTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final TwoSources world = new TwoSources();

  /** In every story: never two sources in one poll, never a moment that nobody vouches for. */
  @AfterEach
  void oneSourceAtATimeAndNoGap() {
    assertThat(world.doubles()).isEmpty();
    for (String contract : List.of("lyon", "dublin")) {
      Flows flows = flows(new StationKey(contract, "7"));
      assertThat(flows.unknown()).as(contract).isZero();
      assertThat(
              Objects.requireNonNull(flows.closingBikes())
                  - Objects.requireNonNull(flows.openingBikes()))
          .isEqualTo(flows.arrivals() - flows.departures() + flows.netUnobserved());
    }
  }

  @Test
  void whileTheFirstSourceIsWellNobodyElseIsAskedForItsContracts() {
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3);
    assertThat(world.sourcesOf("dublin")).containsExactly(JCDECAUX_V3);
    // It never had this one, as its first answer shows.
    assertThat(world.sourcesOf("namur")).containsExactly(GBFS_3);
    assertThat(world.secondAsked).isEqualTo(360);
    assertThat(world.fallOver.summary())
        .startsWith("GBFS stands in for namur since 2026-12-31T10:00:00Z")
        .endsWith("(it has no such contract)");
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "GONE"})
  void aRefusalIsBelievedAtOnce(First refusal) {
    world.run(HOUR);
    world.become(refusal);
    Instant since = world.now();
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3, GBFS_3);
    assertThat(firstFrom("lyon").polledAt()).isEqualTo(since);
    assertThat(world.fallOver.standIns()).isEqualTo(3);
  }

  /** Whatever the trouble is, the other source goes on as if nothing had happened. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
  void aRestartMeanwhileChangesNothing(First trouble) {
    world.run(HOUR);
    world.become(trouble);
    world.run(HOUR);
    world.restart();
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3, GBFS_3);
    assertThat(world.of("lyon")).allMatch(StationObservation::present);
    assertThat(world.sourcesOf("namur")).containsExactly(GBFS_3);
    assertThat(world.fallOver.summary()).contains("lyon since");
  }

  @Test
  void afterARestartTheFirstSourceMustAgainBeWellForAnHour() {
    world.become(First.REFUSED);
    world.run(HOUR);
    world.become(First.WELL);
    world.run(HOUR.dividedBy(2));
    world.restart();
    world.run(HOUR.minusSeconds(10));
    assertThat(world.sourcesOf("lyon")).containsExactly(GBFS_3);
    world.run(Duration.ofMinutes(10));
    assertThat(world.sourcesOf("lyon")).containsExactly(GBFS_3, JCDECAUX_V3);
  }

  @Test
  void afterARestartTheFirstSourceSpeaksSoonerWhenTheOtherIsNoLongerThere() {
    world.become(First.REFUSED);
    world.run(HOUR);
    world.become(First.WELL);
    world.second = false;
    world.restart();
    world.run(Duration.ofMinutes(6));
    assertThat(world.sourcesOf("lyon")).containsExactly(GBFS_3, JCDECAUX_V3);
  }

  @Test
  void aRestartWhileTheFirstSourceSpeaksChangesNothingEither() {
    world.run(HOUR);
    world.restart();
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3);
    assertThat(world.of("lyon")).allMatch(StationObservation::present);
  }

  @Test
  void silenceIsWaitedForButNotUntilAGap() {
    world.run(HOUR);
    world.become(First.SILENT);
    Instant since = world.now();
    world.run(Duration.ofMinutes(4));
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3);
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3, GBFS_3);
    assertThat(firstFrom("lyon").polledAt())
        .isBetween(since.plus(Duration.ofMinutes(4)), since.plus(Duration.ofMinutes(5)));
  }

  @Test
  void aShortSilenceChangesNothing() {
    world.run(HOUR);
    world.become(First.SILENT);
    world.run(Duration.ofMinutes(4));
    world.become(First.WELL);
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3);
  }

  @Test
  void aFrozenCopyIsLeftBeforeItSaysNothingAnyMore() {
    world.run(HOUR);
    world.become(First.FROZEN);
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3, GBFS_3);
    assertThat(world.fallOver.summary()).contains("(it is frozen since 2026-12-31T11:00:00Z)");
  }

  @Test
  void aContractThatLeavesIsFollowedAndTheOthersStay() {
    world.run(HOUR);
    world.become(First.WITHOUT_LYON);
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3, GBFS_3);
    assertThat(world.sourcesOf("dublin")).containsExactly(JCDECAUX_V3);
    assertThat(world.of("lyon")).allMatch(StationObservation::present);
  }

  @Test
  void theFirstSourceReturnsWhenItWasWellForAnHour() {
    world.run(HOUR);
    world.become(First.REFUSED);
    world.run(HOUR);
    world.become(First.WELL);
    Instant well = world.now();
    world.run(HOUR.multipliedBy(2));
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3, GBFS_3, JCDECAUX_V3);
    Instant back =
        world.of("lyon").stream()
            .filter(o -> o.source() == JCDECAUX_V3 && o.polledAt().isAfter(well))
            .findFirst()
            .orElseThrow()
            .polledAt();
    assertThat(Duration.between(well, back)).isBetween(HOUR, HOUR.plusMinutes(6));
  }

  @Test
  void whileOthersSpeakForAllOfItTheFirstSourceIsAskedSeldom() {
    world.run(HOUR);
    world.become(First.REFUSED);
    world.run(HOUR);
    world.become(First.WELL);
    int before = world.firstAsked;
    world.run(Duration.ofMinutes(50));
    assertThat(world.firstAsked - before).isLessThanOrEqualTo(11);
  }

  @Test
  void theFirstSourceReturnsAtOnceWhenTheOtherFails() {
    world.run(HOUR);
    world.become(First.REFUSED);
    world.run(HOUR);
    world.become(First.WELL);
    world.second = false;
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3, GBFS_3, JCDECAUX_V3);
  }

  @Test
  void nobodyTakesOverWithEmptyHands() {
    world.run(HOUR);
    world.second = false;
    world.become(First.REFUSED);
    world.run(Duration.ofMinutes(10));
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3);
    world.become(First.WELL);
    world.run(HOUR);
    assertThat(world.sourcesOf("lyon")).containsExactly(JCDECAUX_V3);
  }

  @Test
  void theReportsTellForWhomOneStandsIn() {
    world.run(Duration.ofMinutes(1));
    world.become(First.REFUSED);
    world.run(Duration.ofMinutes(1));
    assertThat(world.reports)
        .filteredOn(r -> r.contract().equals("lyon"))
        .isNotEmpty()
        .allMatch(r -> r.source() == GBFS_3 && r.standsInFor() == JCDECAUX_V3)
        .allMatch(PollReport::succeeded);
    assertThat(world.reports)
        .filteredOn(r -> r.contract().equals("*"))
        .isNotEmpty()
        .allMatch(r -> r.standsInFor() == null);
  }

  private StationObservation firstFrom(String contract) {
    return world.of(contract).stream().filter(o -> o.source() == GBFS_3).findFirst().orElseThrow();
  }

  private Flows flows(StationKey key) {
    List<StationObservation> own =
        world.sent.stream()
            .filter(o -> o.key().equals(key))
            .sorted(StationObservation.ORDER)
            .toList();
    List<Instant> edges = List.of(TwoSources.START, world.now());
    return FlowCalculator.between(key, edges, StationClose.NOTHING, own).flows().getFirst();
  }
}
