package org.dockline.station.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.dockline.station.Decoding;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationRecordTest {

  private static final Instant NOW = Instant.parse("2025-09-30T14:00:00.123Z");

  @Test
  void aRecordOfItsOwnTimeIsTaken() {
    StationObservation o = ObservationBuilder.polledAt(NOW).build();
    assertThat(ObservationRecord.decode(ObservationJson.encode(o), NOW))
        .isEqualTo(new Decoding.Decoded<>(o));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2025-09-30T14:00:00.124Z"})
  void oneThatSaysAnotherTimeIsRejectedWithBoth(String polledAt) {
    StationObservation o = ObservationBuilder.polledAt(polledAt).build();
    assertThat(ObservationRecord.decode(ObservationJson.encode(o), NOW))
        .isInstanceOfSatisfying(
            Decoding.Rejected.class,
            rejected -> {
              assertThat(rejected.rejection().field()).isEqualTo("polled_at");
              assertThat(rejected.rejection().value()).isEqualTo(o.polledAt().toString());
              assertThat(rejected.rejection().reason()).contains(NOW.toString());
              assertThat(rejected.rejection().contract()).isEqualTo("lyon");
            });
  }

  @Test
  void whatCanNotBeReadIsStillARejection() {
    assertThat(ObservationRecord.decode(new byte[] {'{'}, NOW))
        .isInstanceOf(Decoding.Rejected.class);
  }
}
