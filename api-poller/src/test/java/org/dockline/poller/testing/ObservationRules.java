package org.dockline.poller.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.dockline.station.Decoding;
import org.dockline.station.ObservationTime;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.wire.ObservationJson;

/** What holds of every observation that a mapper lets through. */
public final class ObservationRules {

  private ObservationRules() {}

  /** Fails when one does not hold. */
  public static void check(StationObservation o) {
    assertThat(o.key().contract()).isEqualTo(o.key().contract().strip()).isNotBlank();
    assertThat(o.key().stationId()).isNotBlank();
    Counts c = o.counts();
    Stream.of(
            c.capacity(),
            c.bikes(),
            c.docks(),
            c.mechanicalBikes(),
            c.electricalBikes(),
            c.bikesDisabled(),
            c.docksDisabled())
        .filter(Objects::nonNull)
        .forEach(count -> assertThat(count).isBetween(0, 100_000));
    if (o.place().latitude() != null) {
      assertThat(o.place().latitude()).isBetween(-90.0, 90.0);
    }
    if (o.place().longitude() != null) {
      assertThat(o.place().longitude()).isBetween(-180.0, 180.0);
    }
    if (o.reportedAt() != null) {
      assertThat(ObservationTime.possible(o.reportedAt(), o.polledAt())).isTrue();
    }
    // Consumers read exactly what was meant, the extra fields included.
    assertThat(ObservationJson.decode(ObservationJson.encode(o), o.polledAt()))
        .isEqualTo(new Decoding.Decoded<>(o));
  }
}
