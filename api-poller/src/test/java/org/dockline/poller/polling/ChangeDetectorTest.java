package org.dockline.poller.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeDetectorTest {

  private static final Instant START = Instant.parse("2025-09-30T14:00:00Z");
  private static final Instant REPORT = Instant.parse("2025-09-30T13:59:00Z");

  private final ChangeDetector detector = new ChangeDetector(SendPolicy.CHANGED);

  @Test
  void sendsEveryStationOnceThenOnlyWhatChanged() {
    assertThat(keys(poll(0, station("lyon/1", 5), station("lyon/2", 5))))
        .containsExactly("lyon/1", "lyon/2");
    assertThat(keys(poll(60, station("lyon/1", 5), station("lyon/2", 6))))
        .containsExactly("lyon/2");
    assertThat(poll(120, station("lyon/1", 5), station("lyon/2", 6)).isEmpty()).isTrue();
  }

  @Test
  void aHeartbeatIsAChange() {
    poll(0, station("lyon/1", 5));
    StationObservation beat =
        ObservationBuilder.polledAt(at(60)).station("lyon/1").bikes(5).reportedAt(at(50)).build();
    assertThat(answered(60, List.of(beat), List.of(), true).observations()).containsExactly(beat);
  }

  @Test
  void repeatsAKeyFrame13MinutesAfterTheLastDelivery() {
    poll(0, station("lyon/1", 5));
    assertThat(keys(poll(779, station("lyon/1", 5)))).isEmpty();
    assertThat(keys(poll(780, station("lyon/1", 5)))).containsExactly("lyon/1");
    assertThat(keys(poll(1_559, station("lyon/1", 5)))).isEmpty();
    assertThat(keys(poll(1_560, station("lyon/1", 5)))).containsExactly("lyon/1");
  }

  @Test
  void aClockSetBackCostsOneKeyFrame() {
    poll(0, station("lyon/1", 5));
    assertThat(keys(poll(-3_600, station("lyon/1", 5)))).containsExactly("lyon/1");
    assertThat(keys(poll(-3_590, station("lyon/1", 5)))).isEmpty();
  }

  @Test
  void aStationThatLeavesIsToldOnceAndItsReturnIsNews() {
    poll(0, station("lyon/1", 5), station("lyon/2", 5));
    List<StationObservation> gone = poll(60, station("lyon/2", 5)).observations();
    assertThat(gone).hasSize(1);
    assertThat(gone.getFirst().present()).isFalse();
    assertThat(gone.getFirst().polledAt()).isEqualTo(at(60));
    assertThat(gone.getFirst().key()).hasToString("lyon/1");
    assertThat(poll(120, station("lyon/2", 5)).isEmpty()).isTrue();
    assertThat(keys(poll(180, station("lyon/1", 5), station("lyon/2", 5))))
        .containsExactly("lyon/1");
  }

  @Test
  void aContractThatIsAbsentAltogetherHasNotLeft() {
    poll(0, station("lyon/1", 5), station("toyama/1", 5));
    assertThat(poll(60, station("lyon/1", 5)).isEmpty()).isTrue();
    assertThat(poll(120).isEmpty()).isTrue();
    assertThat(poll(180, station("lyon/1", 5), station("toyama/1", 5)).isEmpty()).isTrue();
  }

  @Test
  void aRejectedStationIsNotAbsentAndIsSentWhenItIsGoodAgain() {
    poll(0, station("lyon/1", 5), station("lyon/2", 5));
    Changes bad =
        answered(60, stations(60, station("lyon/2", 5)), List.of(bad(60, "lyon", "1")), true);
    assertThat(bad.observations()).isEmpty();
    assertThat(bad.rejections()).hasSize(1);
    assertThat(keys(poll(120, station("lyon/1", 5), station("lyon/2", 5))))
        .containsExactly("lyon/1");
  }

  @Test
  void aRejectionThatDoesNotTellItsStationMayBeAnyOfItsContract() {
    poll(
        0,
        station("lyon/1", 5),
        station("lyon/2", 5),
        station("nantes/1", 5),
        station("nantes/2", 5));
    Changes c =
        answered(
            60,
            stations(60, station("lyon/2", 5), station("nantes/2", 5)),
            List.of(bad(60, "lyon", null)),
            true);
    assertThat(keys(c)).containsExactly("nantes/1");
  }

  @Test
  void aRejectionThatDoesNotTellItsContractMayBeAnyAtAll() {
    poll(0, station("lyon/1", 5), station("lyon/2", 5));
    Changes c =
        answered(60, stations(60, station("lyon/2", 5)), List.of(bad(60, null, null)), true);
    assertThat(c.observations()).isEmpty();
  }

  @Test
  void aCutAnswerShowsNobodyToHaveLeft() {
    poll(0, station("lyon/1", 5), station("lyon/2", 5));
    assertThat(answered(60, stations(60, station("lyon/1", 5)), List.of(), false).isEmpty())
        .isTrue();
  }

  @Test
  void ofDuplicatesTheNewestReportWinsAndTheOthersAreRejected() {
    StationObservation old = ObservationBuilder.polledAt(at(0)).bikes(1).reportedAt(REPORT).build();
    StationObservation newer =
        ObservationBuilder.polledAt(at(0)).bikes(2).reportedAt(REPORT.plusSeconds(1)).build();
    StationObservation never =
        ObservationBuilder.polledAt(at(0)).bikes(3).reportedAt((Instant) null).build();
    Changes c = answered(0, List.of(old, newer, never), List.of(), true);
    assertThat(c.observations()).containsExactly(newer);
    assertThat(c.stations()).isEqualTo(1);
    assertThat(c.rejected()).isEqualTo(2);
    assertThat(c.rejections())
        .hasSize(2)
        .allMatch(r -> r.reason().startsWith("occurs more than once"))
        .allMatch(r -> r.raw().contains("\"station_id\":\"7\""));
  }

  @Test
  void duplicatesThatStayAreOneDefect() {
    for (int second = 0; second < 60; second += 10) {
      StationObservation o =
          ObservationBuilder.polledAt(at(second)).bikes(1).reportedAt(REPORT).build();
      Changes c = answered(second, List.of(o, o), List.of(), true);
      assertThat(c.rejections()).hasSize(second == 0 ? 1 : 0);
    }
  }

  @Test
  void aRejectionIsSentWhenNewOrChangedThenOncePerKeyFrame() {
    assertThat(rejected(0, bad(0, "lyon", "1"))).hasSize(1);
    assertThat(rejected(60, bad(60, "lyon", "1"))).isEmpty();
    assertThat(rejected(120, bad(120, "lyon", "1"), bad(120, "lyon", "2"))).hasSize(1);
    assertThat(rejected(780, bad(780, "lyon", "1"), bad(780, "lyon", "2"))).hasSize(1);
    assertThat(rejected(840)).isEmpty();
    assertThat(rejected(900, bad(900, "lyon", "1"))).hasSize(1);
  }

  @Test
  void aFailedPollTellsItsRejectionAndForgetsNothing() {
    poll(0, station("lyon/1", 5));
    Changes failed = detector.failed(List.of(bad(60, null, null)));
    assertThat(failed.rejections()).hasSize(1);
    assertThat(failed.observations()).isEmpty();
    detector.delivered(failed);
    assertThat(detector.failed(List.of(bad(120, null, null))).isEmpty()).isTrue();
    assertThat(poll(180, station("lyon/1", 5)).isEmpty()).isTrue();
  }

  @Test
  void whatWasNotDeliveredIsSentAgainInItsNewestState() {
    Changes first = detect(0, station("lyon/1", 5), station("lyon/2", 5));
    detector.undelivered(first);
    assertThat(keys(poll(10, station("lyon/1", 6), station("lyon/2", 5))))
        .containsExactly("lyon/1", "lyon/2");
    // A change that may have arrived, and is taken back at once, must be told again.
    detector.undelivered(detect(20, station("lyon/1", 7), station("lyon/2", 5)));
    assertThat(keys(poll(30, station("lyon/1", 6), station("lyon/2", 5))))
        .containsExactly("lyon/1");
  }

  @Test
  void aDepartureThatWasNotDeliveredIsToldAgain() {
    poll(0, station("lyon/1", 5), station("lyon/2", 5));
    detector.undelivered(detect(10, station("lyon/2", 5)));
    assertThat(poll(20, station("lyon/2", 5)).observations())
        .extracting(StationObservation::present)
        .containsExactly(false);
  }

  @Test
  void anAnswerThatStillHoldsKeepsKeyFramesComing() {
    poll(0, station("lyon/1", 5), station("lyon/2", 5));
    assertThat(detector.unchanged(at(600)).isEmpty()).isTrue();
    Changes frame = detector.unchanged(at(780));
    assertThat(keys(frame)).containsExactlyInAnyOrder("lyon/1", "lyon/2");
    assertThat(frame.observations()).allMatch(o -> o.polledAt().equals(at(780)));
    assertThat(frame.stations()).isEqualTo(2);
  }

  @Test
  void anAnswerThatStillHoldsDeliversWhatCouldNotBeDelivered() {
    detector.undelivered(detect(0, station("lyon/1", 5)));
    assertThat(keys(detector.unchanged(at(10)))).containsExactly("lyon/1");
  }

  @Test
  void aGbfsFeedThatGoesStaleIsAChangeThoughNothingElseChanged() {
    StationObservation o = gbfs(0, at(0));
    detector.delivered(detector.answered(at(0), List.of(o), List.of(), true));
    assertThat(answered(60, List.of(gbfs(60, at(60))), List.of(), true).isEmpty()).isTrue();
    poll780(gbfs(780, at(60)));
    assertThat(answered(1_500, List.of(gbfs(1_500, at(60))), List.of(), true).isEmpty()).isTrue();
    assertThat(detector.unchanged(at(1_541)).isEmpty()).isTrue();
    assertThat(detector.unchanged(at(1_861)).observations()).hasSize(1);
  }

  @Test
  void anotherSettingSendsAll() {
    ChangeDetector all = new ChangeDetector(SendPolicy.ALL);
    List<StationObservation> stations = stations(0, station("lyon/1", 5), station("lyon/2", 5));
    for (int i = 0; i < 3; i++) {
      Changes c = all.answered(at(0), stations, List.of(bad(0, "lyon", "3")), true);
      assertThat(c.observations()).hasSize(2);
      assertThat(c.rejections()).hasSize(1);
      all.delivered(c);
    }
  }

  private void poll780(StationObservation o) {
    assertThat(answered(780, List.of(o), List.of(), true).observations()).hasSize(1);
  }

  private static StationObservation gbfs(int second, Instant updated) {
    return ObservationBuilder.polledAt(at(second))
        .source(Source.GBFS_3)
        .reportedAt(REPORT)
        .feedUpdatedAt(updated)
        .build();
  }

  private List<Rejection> rejected(int second, Rejection... rejections) {
    return answered(second, List.of(), List.of(rejections), true).rejections();
  }

  private Changes poll(int second, ObservationBuilder... stations) {
    Changes changes = detect(second, stations);
    detector.delivered(changes);
    return changes;
  }

  private Changes detect(int second, ObservationBuilder... stations) {
    return detector.answered(at(second), stations(second, stations), List.of(), true);
  }

  private Changes answered(
      int second, List<StationObservation> stations, List<Rejection> rejections, boolean whole) {
    Changes changes = detector.answered(at(second), stations, rejections, whole);
    detector.delivered(changes);
    return changes;
  }

  private static List<StationObservation> stations(int second, ObservationBuilder... stations) {
    return List.of(stations).stream().map(s -> s.build().polledAgain(at(second), null)).toList();
  }

  private static ObservationBuilder station(String key, int bikes) {
    return ObservationBuilder.polledAt(START).station(key).bikes(bikes).reportedAt(REPORT);
  }

  private static Rejection bad(int second, @Nullable String contract, @Nullable String id) {
    return new Rejection(
        at(second), Source.JCDECAUX_V3, contract, id, "status", "5", "must be a text", "{}");
  }

  private static List<String> keys(Changes changes) {
    return changes.observations().stream().map(o -> o.key().toString()).toList();
  }

  private static Instant at(int second) {
    return START.plus(Duration.ofSeconds(second));
  }
}
