package org.dockline.poller.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.PollReportBuilder;
import org.junit.jupiter.api.Test;

class PollCycleTest {

  private static final Instant START = Instant.parse("2025-09-30T14:00:00Z");
  private static final Exchange EXCHANGE =
      new Exchange(Source.JCDECAUX_V3, Duration.ofMillis(30), 200, 1_234, true);

  private final ScriptedFeed feed = new ScriptedFeed();
  private final FakeTopics topics = new FakeTopics();
  private final PollCycle cycle =
      new PollCycle(feed, new ChangeDetector(SendPolicy.CHANGED), topics);

  @Test
  void sendsStationsAndThenTheReportOfTheirPoll() {
    feed.answers(stations(0), stations(10));
    PollOutcome outcome = cycle.poll(at(0));
    assertThat(topics.last().observations()).hasSize(1);
    assertThat(topics.last().reports())
        .containsExactly(PollReportBuilder.startedAt(START).latencyMillis(30).bytes(1_234).build());
    assertThat(outcome.succeeded()).isTrue();
    cycle.poll(at(10));
    assertThat(topics.last().observations()).isEmpty();
    assertThat(topics.last().reports().getFirst().sent()).isZero();
    assertThat(topics.last().reports().getFirst().stations()).isEqualTo(1);
  }

  @Test
  void aCutAnswerIsUsedAndReportedAsAFailure() {
    feed.answers(
        new FeedAnswer.Stations(EXCHANGE, List.of(station(0)), List.of(bad(0)), "breaks off", 0));
    PollOutcome outcome = cycle.poll(at(0));
    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.unavailable()).isFalse();
    assertThat(topics.last().observations()).hasSize(1);
    assertThat(topics.last().rejections()).hasSize(1);
    assertThat(topics.last().reports().getFirst().error()).isEqualTo("breaks off");
    assertThat(topics.last().reports().getFirst().rejected()).isEqualTo(1);
  }

  @Test
  void anUnavailableProviderIsReportedWithItsReasonAndWait() {
    Exchange refused = new Exchange(Source.JCDECAUX_V3, Duration.ofMillis(3), 429, 20, false);
    feed.answers(
        new FeedAnswer.Unavailable(refused, "too many", Duration.ofMinutes(2), List.of(bad(0))));
    PollOutcome outcome = cycle.poll(at(0));
    assertThat(outcome.unavailable()).isTrue();
    assertThat(outcome.retryAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(topics.last().rejections()).hasSize(1);
    PollReport report = topics.last().reports().getFirst();
    assertThat(report.error()).isEqualTo("too many");
    assertThat(report.httpStatus()).isEqualTo(429);
    assertThat(report.stations()).isZero();
  }

  @Test
  void notModifiedIsASuccessWithAReport() {
    feed.answers(stations(0), new FeedAnswer.NotModified(EXCHANGE));
    cycle.poll(at(0));
    assertThat(cycle.poll(at(10)).succeeded()).isTrue();
    assertThat(topics.last().reports().getFirst().notModified()).isTrue();
    assertThat(topics.last().reports().getFirst().stations()).isEqualTo(1);
  }

  @Test
  void anUnexpiredAnswerIsNoCallButKeepsKeyFramesComing() {
    feed.answers(stations(0), new FeedAnswer.Unexpired(), new FeedAnswer.Unexpired());
    cycle.poll(at(0));
    assertThat(cycle.poll(at(10)).succeeded()).isTrue();
    assertThat(topics.batches).hasSize(1);
    cycle.poll(at(780));
    assertThat(topics.last().observations()).hasSize(1);
    assertThat(topics.last().reports()).isEmpty();
  }

  @Test
  void whileTopicsTakeNothingTheNewestStatesAndTheReportsWait() {
    feed.answers(stations(0), stations(10), stations(20));
    topics.broken = true;
    PollOutcome lost = cycle.poll(at(0));
    assertThat(lost.succeeded()).isFalse();
    assertThat(lost.undelivered()).isEqualTo("no topic");
    assertThat(lost.sent()).isZero();
    cycle.poll(at(10));
    topics.broken = false;
    assertThat(cycle.poll(at(20)).succeeded()).isTrue();
    assertThat(topics.batches).hasSize(1);
    assertThat(topics.last().observations()).containsExactly(station(20));
    List<PollReport> reports = topics.last().reports();
    assertThat(reports).extracting(PollReport::startedAt).containsExactly(at(0), at(10), at(20));
    assertThat(reports).extracting(PollReport::sent).containsExactly(0, 0, 1);
    assertThat(reports.getFirst().error()).isEqualTo("not delivered: no topic");
    assertThat(reports.getLast().succeeded()).isTrue();
  }

  @Test
  void waitingReportsAreBoundedAndTheLossIsCounted() {
    topics.broken = true;
    int lost = 0;
    for (int i = 0; i < WaitingReports.BOUND + 3; i++) {
      feed.answers(stations(i));
      lost += cycle.poll(at(i)).reportsLost();
    }
    assertThat(lost).isEqualTo(3);
    topics.broken = false;
    feed.answers(stations(9_000));
    cycle.poll(at(9_000));
    assertThat(topics.last().reports()).hasSize(WaitingReports.BOUND + 1);
    assertThat(topics.last().reports().getFirst().startedAt()).isEqualTo(at(3));
  }

  private static FeedAnswer stations(int second) {
    return new FeedAnswer.Stations(EXCHANGE, List.of(station(second)), List.of(), null, 0);
  }

  private static StationObservation station(int second) {
    return ObservationBuilder.polledAt(at(second)).reportedAt(START).build();
  }

  private static Rejection bad(int second) {
    return new Rejection(at(second), Source.JCDECAUX_V3, null, null, null, null, "bad", "raw");
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private static final class ScriptedFeed implements StationFeed {
    private final Deque<FeedAnswer> script = new ArrayDeque<>();

    void answers(FeedAnswer... answers) {
      script.addAll(List.of(answers));
    }

    @Override
    public String scope() {
      return PollReport.ALL;
    }

    @Override
    public FeedAnswer poll(Instant polledAt) {
      return script.removeFirst();
    }
  }

  private static final class FakeTopics implements ObservationPublisher {
    private final List<PollBatch> batches = new ArrayList<>();
    private boolean broken;

    PollBatch last() {
      return batches.getLast();
    }

    @Override
    public void publish(PollBatch batch) throws NotDeliveredException {
      if (broken) {
        throw new NotDeliveredException("no topic", new IllegalStateException());
      }
      batches.add(batch);
    }
  }
}
