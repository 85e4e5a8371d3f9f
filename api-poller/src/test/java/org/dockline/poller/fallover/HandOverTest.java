package org.dockline.poller.fallover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.dockline.poller.polling.Exchange;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.StationFeed;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What passes, and what does not, in the polls around a change of source. */
class HandOverTest {

  private static final Instant START = Instant.parse("2026-12-31T10:00:00Z");
  private static final Exchange V3 =
      new Exchange(Source.JCDECAUX_V3, Duration.ofMillis(30), 200, 10, false);
  private static final Exchange GBFS =
      new Exchange(Source.GBFS_3, Duration.ofMillis(30), 200, 10, false);

  private final FallOver fallOver =
      new FallOver(Source.JCDECAUX_V3, List.of("lyon", "dublin"), START);
  private final Script v3 = new Script("*");
  private final Script gbfs = new Script("lyon");
  private final FirstSource first = new FirstSource(v3, fallOver);
  private final StandIn standIn = new StandIn("lyon", fallOver, () -> gbfs);

  @Test
  void whatIsWrongOfAContractThatIsLeftIsNotSaidEither() {
    lyonFallsOver();
    v3.answers.add(
        new FeedAnswer.Stations(
            V3,
            List.of(station("dublin/1", START)),
            List.of(bad("lyon"), bad("dublin"), bad(null)),
            null,
            0));
    FeedAnswer.Stations answer = (FeedAnswer.Stations) first.poll(START.plusSeconds(20));
    assertThat(answer.rejections()).extracting(Rejection::contract).containsExactly("dublin", null);
    assertThat(answer.stations()).hasSize(1);
    assertThat(first.standing().leftToOthers()).containsExactly("lyon");
  }

  @Test
  void anAnswerThatComesTooLateCountsAsACallAndNoMore() {
    lyonFallsOver();
    // While GBFS is asked, the first source shows that it has been well for an hour.
    gbfs.during =
        () -> {
          for (int minute = 0; minute <= 60; minute += 5) {
            Instant at = START.plus(Duration.ofMinutes(minute));
            v3.answers.add(answer(V3, station("lyon/7", at), station("dublin/1", at)));
            first.poll(at);
          }
        };
    gbfs.answers.add(answer(GBFS, station("lyon/7", START)));
    assertThat(standIn.poll(START.plusSeconds(3_600))).isEqualTo(new FeedAnswer.NotModified(GBFS));
    assertThat(standIn.standing().leftToOthers()).containsExactly("lyon");
    assertThat(first.standing().leftToOthers()).isEmpty();
  }

  @Test
  void anOldCopyDoesNotTakeOver() {
    refuse();
    Instant old = START.minus(Duration.ofHours(2));
    gbfs.answers.add(
        answer(
            GBFS,
            ObservationBuilder.polledAt(START.plusSeconds(10))
                .station("lyon/7")
                .source(Source.GBFS_3)
                .feedUpdatedAt(old)
                .build()));
    gbfs.answers.add(new FeedAnswer.Unexpired());
    assertThat(standIn.poll(START.plusSeconds(10))).isInstanceOf(FeedAnswer.NotModified.class);
    assertThat(standIn.poll(START.plusSeconds(20))).isInstanceOf(FeedAnswer.Unexpired.class);
    assertThat(fallOver.standIns()).isZero();
  }

  @Test
  void aBadAnswerOfTheOneThatStandsInIsTold() {
    refuse();
    FeedAnswer bad = new FeedAnswer.Unavailable(GBFS, "HTTP 500", Duration.ofMinutes(1), List.of());
    gbfs.answers.add(bad);
    assertThat(standIn.poll(START.plusSeconds(10))).isEqualTo(bad);
    assertThat(standIn.standing().leftToOthers()).containsExactly("lyon");
  }

  private void lyonFallsOver() {
    refuse();
    gbfs.answers.add(answer(GBFS, station("lyon/7", START)));
    assertThat(standIn.poll(START.plusSeconds(10))).isInstanceOf(FeedAnswer.Stations.class);
    assertThat(standIn.standing().standsInFor()).isEqualTo(Source.JCDECAUX_V3);
  }

  private void refuse() {
    Exchange refused = new Exchange(Source.JCDECAUX_V3, Duration.ofMillis(3), 410, 0, false);
    v3.answers.add(new FeedAnswer.Unavailable(refused, "HTTP 410", null, List.of()));
    first.poll(START);
  }

  private static FeedAnswer answer(Exchange exchange, StationObservation... stations) {
    return new FeedAnswer.Stations(exchange, Arrays.asList(stations), List.of(), null, 0);
  }

  private static StationObservation station(String key, Instant reportedAt) {
    return ObservationBuilder.polledAt(START).station(key).reportedAt(reportedAt).build();
  }

  private static Rejection bad(@Nullable String contract) {
    return new Rejection(START, Source.JCDECAUX_V3, contract, "9", "number", "x", "is bad", "{}");
  }

  private static final class Script implements StationFeed {
    private final String scope;
    private final Deque<FeedAnswer> answers = new ArrayDeque<>();
    private Runnable during = () -> {};

    Script(String scope) {
      this.scope = scope;
    }

    @Override
    public String scope() {
      return scope;
    }

    @Override
    public FeedAnswer poll(Instant polledAt) {
      during.run();
      return answers.removeFirst();
    }
  }
}
