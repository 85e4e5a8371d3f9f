package org.dockline.station.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationDigestTest {

  private static final List<StationObservation> HISTORY =
      RandomHistory.of(
          5,
          new StationKey("lyon", "7"),
          Instant.parse("2026-03-28T00:00:00Z"),
          Instant.parse("2026-03-29T00:00:00Z"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isTheSameInAnyOrderWithAnyRepetitions(long seed) {
    List<StationObservation> again = new ArrayList<>(HISTORY);
    again.addAll(HISTORY.subList(0, HISTORY.size() / 3));
    Collections.shuffle(again, new Random(seed));
    assertThat(of(again).count()).isEqualTo(of(HISTORY).count());
    assertThat(of(again).sum()).isEqualTo(of(HISTORY).sum());
  }

  @Test
  void lacksWhatItDoesNotHold() {
    ObservationDigest some = of(HISTORY.subList(3, HISTORY.size()));
    ObservationDigest all = of(HISTORY);
    assertThat(some.lacks(all)).isEqualTo(all.count() - some.count()).isPositive();
    assertThat(all.lacks(some)).isZero();
    assertThat(some.sum()).isNotEqualTo(all.sum());
  }

  @Test
  void oneIdentityWithTwoContentsIsAContradiction() {
    ObservationBuilder builder = ObservationBuilder.polledAt("2026-03-28T10:00:00Z");
    ObservationDigest five = of(List.of(builder.bikes(5).build()));
    ObservationDigest six = of(List.of(builder.bikes(6).build()));
    assertThat(five.lacks(six)).isZero();
    assertThat(five.contradicts(six)).isOne();
    assertThat(five.contradicts(five)).isZero();
    assertThat(six.add(Fingerprint.of(builder.bikes(5).build()))).isFalse();
    assertThat(six.count()).isOne();
  }

  private static ObservationDigest of(List<StationObservation> observations) {
    ObservationDigest digest = new ObservationDigest();
    observations.forEach(o -> digest.add(Fingerprint.of(o)));
    return digest;
  }
}
