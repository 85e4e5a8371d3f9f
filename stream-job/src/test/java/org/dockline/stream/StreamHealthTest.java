package org.dockline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.dockline.stream.testing.SettableClock;
import org.junit.jupiter.api.Test;

class StreamHealthTest {

  private static final Instant T = Instant.parse("2026-03-28T12:00:00Z");

  private final SettableClock clock = new SettableClock(T);
  private final StreamHealth health = new StreamHealth(clock, Duration.ofMinutes(1));

  @Test
  void downUntilTheQueryRunsAndWhenItEnds() {
    assertThat(health.get().up()).isFalse();
    health.running();
    assertThat(health.get().up()).isTrue();
    health.down("IOException: No space left on device");
    assertThat(health.get().up()).isFalse();
    assertThat(health.get().details())
        .containsEntry("state", "IOException: No space left on device");
  }

  @Test
  void downWhenTheQueryGivesNoSign() {
    health.running();
    clock.advance(Duration.ofSeconds(61));
    assertThat(health.get().up()).isFalse();
    assertThat(health.get().details()).containsEntry("state", "no sign of the query for 61 s");
    health.sign();
    assertThat(health.get().up()).isTrue();
  }

  @Test
  void clockThatIsSetBackHidesNoQueryThatHangs() {
    health.running();
    clock.advance(Duration.ofDays(-1));
    assertThat(health.get().up()).isTrue();
    clock.advance(Duration.ofSeconds(61));
    assertThat(health.get().up()).isFalse();
  }

  @Test
  void tellsTheLagAndTheAgeOfTheSnapshot() {
    health.running();
    health.published(
        new PipelineFacts(
            T,
            7,
            true,
            List.of(
                new TopicProgress("polls_topic", 0, 4, 9),
                new TopicProgress("stations_topic", 0, 10, 30)),
            List.of(),
            3,
            List.of(),
            1));
    clock.advance(Duration.ofSeconds(5));
    assertThat(health.get().details())
        .containsEntry("publication", "7")
        .containsEntry("lag", "25")
        .containsEntry("snapshot_age_seconds", "5")
        .containsEntry("catching_up", "true");
    assertThat(health.metrics())
        .contains("dockline_stream_up 1\n")
        .contains("dockline_stream_lag_records 25\n")
        .contains("dockline_stream_rejected_total 3\n")
        .contains("# TYPE dockline_stream_undecodable_total gauge\n");
  }
}
