package org.dockline.stream.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dockline.station.Attribution;
import org.dockline.station.LatestObservations;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.PollReportBuilder;
import org.dockline.station.wire.ObservationJson;
import org.dockline.stream.testing.TopicLog;
import org.dockline.stream.topic.TopicPart;
import org.dockline.stream.topic.TopicReach.Offsets;
import org.dockline.stream.topic.TopicRecord;
import org.dockline.stream.topic.TopicSlice;
import org.dockline.stream.topic.TopicSlices;
import org.junit.jupiter.api.Test;

class StreamStateTest {

  private static final Instant T = Instant.parse("2026-03-28T12:00:00Z");

  private final TopicLog topics = new TopicLog();
  private final StreamState state = StreamState.counting(new LatestObservations());

  @Test
  void recordTakenInAgainChangesNothing() {
    topics.add(observation(0, 5)).add(poll(0, "timeout")).add(rejection(0, "raw"));
    topics.addText(Topics.STATIONS, T, "not JSON");
    take(state);
    PipelineFacts once = facts(state);
    take(state);
    assertThat(facts(state)).isEqualTo(once);
    assertThat(once.rejectedTotal()).isOne();
    assertThat(once.undecodable()).isOne();
    assertThat(once.polls().getFirst().failures()).isOne();
  }

  /** It would stay the newest of its station for ever, and the batch does not count it either. */
  @Test
  void recordThatSaysAnotherTimeThanItsOwnIsNotTaken() {
    topics.add(observation(0, 5));
    topics.add(
        Topics.STATIONS, T.plusSeconds(60), ObservationJson.encode(observation(9_999_999, 6)));
    topics.add(observation(120, 7));
    take(state);
    assertThat(facts(state).undecodable()).isOne();
    assertThat(state.listPresent()).extracting(o -> o.counts().bikes()).containsExactly(7);
  }

  @Test
  void whomToNameOutlivesFailedPolls() {
    Attribution oslo = new Attribution("Oslo", null, null, "CC-BY-4.0", null);
    Attribution renamed = new Attribution("Oslo kommune", null, null, "CC-BY-4.0", null);
    topics.add(poll(0, null).with(oslo)).add(poll(1, "timeout"));
    take(state);
    assertThat(facts(state).attributions(List.of())).containsExactly(oslo);
    topics.add(poll(2, null).with(renamed));
    take(state);
    assertThat(facts(state).attributions(List.of())).containsExactly(renamed);
    topics.add(poll(3, null));
    take(state);
    assertThat(facts(state).attributions(List.of())).isEmpty();
  }

  @Test
  void goesOnFromWhatWasPutDown() {
    topics.add(observation(0, 5)).add(poll(0, null)).add(rejection(0, "raw")).cut();
    take(state);
    LatestObservations latest = new LatestObservations();
    latest.addAll(state.listPresent());
    latest.addAll(state.listRest());
    StreamState restored = StreamState.of(latest, facts(state));
    topics.add(observation(1, 6)).add(poll(1, "timeout")).add(rejection(1, "raw"));
    take(restored);
    take(state);
    assertThat(facts(restored)).isEqualTo(facts(state));
    assertThat(restored.listPresent()).isEqualTo(state.listPresent());
    assertThat(facts(restored).polls().getFirst().calls()).isEqualTo(2);
  }

  @Test
  void unreadableRecordIsNamedWithItsPlaceAndReason() {
    topics.addText(Topics.STATIONS, T, "{\"contract\":7}").add(Topics.POLLS, T, null);
    List<String> unreadable =
        topics.batches().getFirst().stream()
            .flatMap(r -> state.take(new TopicSlice(List.of(r))).unreadable().stream())
            .toList();
    assertThat(unreadable)
        .containsExactly(
            "polls_topic-0 offset 0: the record has no value",
            "stations_topic-0 offset 0: must be a text");
    assertThat(facts(state).undecodable()).isEqualTo(2);
  }

  @Test
  void poisonIsCountedAndStopsNothing() {
    List<byte[]> poison =
        List.of(
            new byte[0],
            new byte[] {(byte) 0xff, (byte) 0xfe, 0},
            "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
            ("{\"contract\":\"" + "x".repeat(4 << 20)).getBytes(StandardCharsets.UTF_8),
            "{\"bikes\":1e999999999}".getBytes(StandardCharsets.UTF_8),
            "{\"polled_at\":\"+999999999-12-31T23:59:59Z\"}".getBytes(StandardCharsets.UTF_8),
            "null".getBytes(StandardCharsets.UTF_8));
    for (byte[] value : poison) {
      topics.add(Topics.STATIONS, T, value);
      topics.add(Topics.POLLS, T, value);
      topics.add(Topics.REJECTED, T, value);
    }
    topics.add(observation(0, 5));
    take(state);
    assertThat(facts(state).undecodable()).isEqualTo(3L * poison.size());
    assertThat(state.listPresent())
        .singleElement()
        .extracting(o -> o.counts().bikes())
        .isEqualTo(5);
  }

  @Test
  void summaryOfPollsDoesNotDependOnTheirOrder() {
    topics.add(poll(3, "timeout")).add(poll(1, null)).add(poll(2, null)).add(poll(0, "HTTP 500"));
    take(state);
    PipelineFacts.PollSummary summary = facts(state).polls().getFirst();
    assertThat(summary.last()).isEqualTo(poll(3, "timeout"));
    assertThat(summary.lastSuccessAt()).isEqualTo(T.plusSeconds(2));
    assertThat(summary.calls()).isEqualTo(4);
    assertThat(summary.failures()).isEqualTo(2);
  }

  @Test
  void lastFiftyRejectionsAreShownNewestFirstAndShort() {
    for (int i = 0; i < 60; i++) {
      topics.add(rejection(i, "é".repeat(5_000)));
    }
    take(state);
    PipelineFacts facts = facts(state);
    assertThat(facts.rejectedTotal()).isEqualTo(60);
    assertThat(facts.rejectedSamples()).hasSize(PipelineTally.SAMPLES);
    assertThat(facts.rejectedSamples().getFirst().polledAt()).isEqualTo(T.plusSeconds(59));
    assertThat(facts.rejectedSamples()).allMatch(r -> r.raw().length() <= 1_000);
  }

  @Test
  void progressShowsPartsThatWereNeverReadAndNeverAnEndBehindWhatWasRead() {
    topics.add(observation(0, 5)).add(observation(1, 6));
    take(state);
    Map<TopicPart, Offsets> reach =
        Map.of(
            new TopicPart(Topics.STATIONS, 0), new Offsets(0, 1),
            new TopicPart(Topics.POLLS, 0), new Offsets(4, 9));
    assertThat(state.facts(T, 1, reach).topics())
        .containsExactly(
            new TopicProgress(Topics.POLLS, 0, 4, 9), new TopicProgress(Topics.STATIONS, 0, 2, 2));
  }

  @Test
  void catchesUpWhileThereIsMoreAndWhatWasReadLastIsOld() {
    topics.add(observation(0, 5));
    take(state);
    Map<TopicPart, Offsets> more = Map.of(new TopicPart(Topics.STATIONS, 0), new Offsets(0, 9));
    assertThat(state.facts(T.plusSeconds(60), 1, more).catchingUp()).isFalse();
    assertThat(state.facts(T.plusSeconds(121), 1, more).catchingUp()).isTrue();
    assertThat(state.facts(T.plusSeconds(121), 1, topics.list()).catchingUp()).isFalse();
  }

  @Test
  void newestPollOfEachContractCountsStationsThatHaveLeft() {
    topics.add(observation(0, 5)).add(observation(0, 5).gone(T.plusSeconds(30)));
    take(state);
    assertThat(state.newestByContract()).isEqualTo(Map.of("lyon", T.plusSeconds(30)));
  }

  private void take(StreamState into) {
    for (List<TopicRecord> batch : topics.batches()) {
      new TopicSlices(batch.iterator(), 10).forEachRemaining(into::take);
    }
  }

  private PipelineFacts facts(StreamState of) {
    return of.facts(T, 1, topics.list());
  }

  private static StationObservation observation(int second, int bikes) {
    return ObservationBuilder.polledAt(T.plusSeconds(second)).bikes(bikes).build();
  }

  private static PollReport poll(int second, String error) {
    return PollReportBuilder.startedAt(T.plusSeconds(second))
        .real()
        .error(error, error == null ? 200 : null)
        .build();
  }

  private static Rejection rejection(int second, String raw) {
    return new Rejection(
        T.plusSeconds(second), Source.JCDECAUX_V3, "lyon", "7", "bikes", "-1", "negative", raw);
  }
}
