package org.dockline.station.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dockline.station.Decoding;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.Test;

/** The reader says of each value what is said of it when it is read alone. */
class ObservationReaderTest {
  private static final Instant START = Instant.parse("2026-03-29T00:59:00.137Z");

  private static StationObservation observation(int minute, int bikes) {
    return ObservationBuilder.polledAt(START.plusSeconds(60L * minute)).bikes(bikes).build();
  }

  private static Decoding<StationObservation> alone(byte[] value, Instant timestamp) {
    return ObservationRecord.decode(value, timestamp);
  }

  @Property
  void runsOfObservationsAreReadAsOneByOne(
      @ForAll @Size(max = 30) List<@IntRange(max = 3) Integer> bikes) {
    ObservationReader reader = new ObservationReader();
    for (int i = 0; i < bikes.size(); i++) {
      StationObservation o = observation(i, bikes.get(i));
      assertThat(reader.read(ObservationJson.encode(o), o.polledAt()))
          .isEqualTo(new Decoding.Decoded<>(o));
    }
  }

  @Property
  void noByteIsOverlooked(
      @ForAll @IntRange(max = 400) int at, @ForAll byte changed, @ForAll boolean sameMinute) {
    ObservationReader reader = new ObservationReader();
    StationObservation first = observation(0, 5);
    reader.read(ObservationJson.encode(first), first.polledAt());
    StationObservation next = observation(sameMinute ? 0 : 1, 5);
    byte[] value = ObservationJson.encode(next);
    value[at % value.length] = changed;
    assertThat(reader.read(value, next.polledAt())).isEqualTo(alone(value, next.polledAt()));
  }

  @Test
  void aTimeOutsideOfItsFieldIsNoTime() {
    ObservationReader reader = new ObservationReader();
    for (String extra : List.of("\"2026-03-29T00:59:00.137Z\"", "\"2026-03-29T00:59:00.138Z\"")) {
      StationObservation o =
          ObservationBuilder.polledAt(START).extra("{\"polled_at\":" + extra + "}").build();
      assertThat(reader.read(ObservationJson.encode(o), START))
          .isEqualTo(new Decoding.Decoded<>(o));
    }
  }

  @Test
  void fieldsMayStandInAnyOrderAndTimesBeWrittenInAnyWay() {
    ObservationReader reader = new ObservationReader();
    for (String reported : List.of("2026-03-29T00:58:59.000Z", "2026-03-29T00:59:00Z", "1", "")) {
      for (int minute = 0; minute < 3; minute++) {
        Instant polled = START.plusSeconds(60L * minute);
        byte[] value = written(polled, reported).getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(value, polled)).isEqualTo(alone(value, polled));
        assertThat(reader.read(value, START)).isEqualTo(alone(value, START));
      }
    }
  }

  private static String written(Instant polled, String reported) {
    return "{\"polled_at\":\""
        + polled
        + "\",\"reported_at\":\""
        + reported
        + "\",\"name\":\"Gare\\u0020é\",\"status\":\"OPEN\",\"source\":\"jcdecaux-v3\","
        + "\"station_id\":\"7\",\"contract\":\"lyon\"}";
  }
}
