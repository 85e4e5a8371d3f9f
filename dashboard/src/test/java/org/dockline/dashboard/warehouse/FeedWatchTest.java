package org.dockline.dashboard.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.testing.SomeWarehouse;
import org.dockline.station.PollHour;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.warehouse.Insights;
import org.dockline.warehouse.Insights.FeedAnswers;
import org.dockline.warehouse.Insights.RejectedReason;
import org.dockline.warehouse.RejectedRecord;
import org.dockline.warehouse.WarehouseAwayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** On a real warehouse that may go away. */
class FeedWatchTest {

  private static final Instant MORNING = Instant.parse("2026-03-10T00:00:00Z");

  private static final SomeWarehouse WAREHOUSE = new SomeWarehouse();

  private boolean away;
  private int asked;
  private final FeedWatch watch = new FeedWatch(this::insights);

  private Insights insights() {
    asked++;
    if (away) {
      throw new WarehouseAwayException("away", new IllegalStateException("away"));
    }
    return WAREHOUSE.insights();
  }

  @AfterAll
  static void close() {
    WAREHOUSE.close();
  }

  @Test
  void whatCannotBeKnownIsSaidToBeSo() {
    assertThat(watch.history(new WarehouseState.NotConfigured()))
        .isEqualTo(new FeedHistory.NotConfigured());
    assertThat(watch.history(new WarehouseState.Away(MORNING, "away")))
        .isEqualTo(new FeedHistory.Away());
    assertThat(watch.history(answering(null))).isEqualTo(new FeedHistory.NothingLoaded());
    assertThat(asked).isZero();
  }

  @Test
  void theLastSevenLoadedDaysAreAddedUpAndAskedForOncePerLoad() {
    poll(MORNING.minus(Duration.ofDays(8)), 9);
    poll(MORNING.minus(Duration.ofDays(7)), 60);
    poll(MORNING.minus(Duration.ofHours(1)), 40);

    assertThat(calls(answering(MORNING))).containsExactly(100L);
    assertThat(calls(answering(MORNING))).containsExactly(100L);
    assertThat(asked).isEqualTo(1);

    poll(MORNING.plus(Duration.ofHours(23)), 7);
    assertThat(calls(answering(MORNING.plus(Duration.ofDays(1))))).containsExactly(47L);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void whatWasRejectedOnThoseDaysIsCounted() {
    reject(1, MORNING.minus(Duration.ofDays(8)));
    reject(2, MORNING.minus(Duration.ofDays(7)));
    reject(3, MORNING.minusMillis(1));
    reject(4, MORNING);

    assertThat(watch.history(answering(MORNING)))
        .isInstanceOfSatisfying(
            FeedHistory.Known.class,
            known -> {
              assertThat(known.rejected()).extracting(RejectedReason::records).containsExactly(2L);
              assertThat(known.rejected().getFirst().newest().value()).isEqualTo("-3");
            });
  }

  private static void reject(long offset, Instant at) {
    Rejection rejection =
        new Rejection(
            at, Source.JCDECAUX_V3, "lyon", "7", "bikes", "-" + offset, "is negative", "{}");
    WAREHOUSE.open().saveRejected(List.of(new RejectedRecord(0, offset, rejection)));
  }

  @Test
  void oneThatGoesAwayIsAskedAgain() {
    away = true;
    assertThat(watch.history(answering(MORNING))).isEqualTo(new FeedHistory.Away());
    away = false;
    assertThat(watch.history(answering(MORNING))).isInstanceOf(FeedHistory.Known.class);
  }

  private List<Long> calls(WarehouseState state) {
    assertThat(watch.history(state)).isInstanceOf(FeedHistory.Known.class);
    return watch.history(state) instanceof FeedHistory.Known known
        ? known.feeds().stream().map(FeedAnswers::calls).toList()
        : List.of();
  }

  private void poll(Instant hour, int calls) {
    WAREHOUSE
        .open()
        .replacePollHours(
            "lyon",
            hour,
            hour.plusSeconds(1),
            List.of(
                new PollHour(Source.JCDECAUX_V3, "lyon", hour, calls, 1, 0, null, 1_000, 10, 0)));
  }

  private static WarehouseState answering(@Nullable Instant through) {
    return new WarehouseState.Answering(
        MORNING, Duration.ZERO, through == null ? Map.of() : Map.of("lyon", through), List.of());
  }
}
