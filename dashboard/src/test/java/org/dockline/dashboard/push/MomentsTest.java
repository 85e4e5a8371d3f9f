package org.dockline.dashboard.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.live.Subscription;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
  private static final Duration NEVER = Duration.ofHours(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Clock clock = movable();
  private final HandLive live = new HandLive();
  private final BlockingQueue<Moment> told = new LinkedBlockingQueue<>();

  @Test
  void tellsWhatChangedAndNothingElse() throws Exception {
    try (Moments moments = new Moments(live, clock, NEVER)) {
      moments.listen(told::add);
      live.publish(1, bikes("lyon/7", 5), bikes("lyon/8", 6));
      assertThat(next().delta()).as("the first is asked for as a whole").isNull();

      live.publish(2, bikes("lyon/7", 4), bikes("lyon/8", 6));
      Moment second = next();

      assertThat(second.version()).isEqualTo(2);
      assertThat(second.changed()).containsExactly(new StationKey("lyon", "7"));
      assertThat(second.delta()).isEqualTo("{\"version\":2,\"marks\":[[\"lyon/7\",\"m\",4,16]]}");
    }
  }

  @Test
  void aStationThatComesOrGoesMakesPagesAskForAll() throws Exception {
    try (Moments moments = new Moments(live, clock, NEVER)) {
      moments.listen(told::add);
      live.publish(1, bikes("lyon/7", 5));
      next();
      live.publish(2, bikes("lyon/7", 5), bikes("lyon/8", 6));

      assertThat(next().delta()).isNull();
    }
  }

  @Test
  void countsFadeWithoutANewSnapshot() throws Exception {
    try (Moments moments = new Moments(live, clock, Duration.ofMillis(20))) {
      live.publish(1, bikes("lyon/7", 5));
      moments.listen(
          moment -> {
            if (moment.board().marks().values().iterator().next().band() == Band.UNKNOWN) {
              told.add(moment);
            }
          });
      now.set(NOW.plus(Duration.ofMinutes(15)));

      assertThat(next().board().figuresOf(List.of("lyon")).reporting()).isZero();
    }
  }

  @Test
  void aListenerThatFailsHarmsNoOther() throws Exception {
    try (Moments moments = new Moments(live, clock, NEVER)) {
      moments.listen(
          moment -> {
            throw new IllegalStateException("a page went wrong");
          });
      moments.listen(told::add);
      live.publish(1, bikes("lyon/7", 5));

      assertThat(next().version()).isEqualTo(1);
    }
  }

  @Test
  void aListenerThatIsGoneIsForgotten() throws Exception {
    AtomicBoolean gone = new AtomicBoolean();
    BlockingQueue<Moment> left = new LinkedBlockingQueue<>();
    try (Moments moments = new Moments(live, clock, NEVER)) {
      moments.listen(left::add, gone::get);
      moments.listen(told::add);
      live.publish(1, bikes("lyon/7", 5));
      next();
      gone.set(true);
      live.publish(2, bikes("lyon/7", 4));
      next();

      assertThat(moments.listeners()).isEqualTo(1);
      assertThat(left).extracting(Moment::version).containsExactly(1L);
    }
  }

  private Clock movable() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  private Moment next() throws InterruptedException {
    Moment moment = told.poll(20, TimeUnit.SECONDS);
    assertThat(moment).as("a moment within 20 s").isNotNull();
    return moment;
  }

  private static StationObservation bikes(String key, int bikes) {
    return ObservationBuilder.polledAt(NOW).station(key).bikes(bikes).build();
  }

  /** Publishes what a test hands it. */
  private static final class HandLive implements LiveStations {
    private Consumer<LiveSnapshot> listener = snapshot -> {};

    void publish(long batch, StationObservation... stations) {
      Instant asOf = NOW.plusSeconds(batch);
      listener.accept(
          new LiveSnapshot(batch, asOf, List.of(stations), new MadeUpCities(1).facts(batch, asOf)));
    }

    @Override
    public Optional<LiveSnapshot> current() {
      return Optional.empty();
    }

    @Override
    public Optional<String> problem() {
      return Optional.empty();
    }

    @Override
    public Subscription listen(Consumer<LiveSnapshot> toTell) {
      listener = toTell;
      return () -> listener = snapshot -> {};
    }
  }
}
