package org.dockline.station.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;

/**
 * A record of {@code stations_topic}, as every chain reads it: its value says that it was polled at
 * the record's own time. Days, retention and seams go by that time, and by {@code polled_at} the
 * newest state is found; were they to differ, one record could stay its station's newest for ever,
 * or be counted in one chain only.
 */
public final class ObservationRecord {

  private ObservationRecord() {}

  /**
   * Reads one. Never throws: what can't be accepted is a rejection.
   *
   * @param value the record's value, UTF-8
   * @param timestamp the record's time
   */
  public static Decoding<StationObservation> decode(byte[] value, Instant timestamp) {
    return atItsTime(ObservationJson.decode(value, timestamp), value, timestamp);
  }

  static Decoding<StationObservation> atItsTime(
      Decoding<StationObservation> decoding, byte[] value, Instant timestamp) {
    return decoding instanceof Decoding.Decoded<StationObservation>(StationObservation o)
            && !o.polledAt().equals(timestamp)
        ? new Decoding.Rejected<>(contradiction(o, value, timestamp))
        : decoding;
  }

  private static Rejection contradiction(StationObservation o, byte[] value, Instant timestamp) {
    return new Rejection(
        timestamp,
        o.source(),
        o.key().contract(),
        o.key().stationId(),
        "polled_at",
        o.polledAt().toString(),
        "must be the record's own time, " + timestamp,
        new String(value, StandardCharsets.UTF_8));
  }
}
