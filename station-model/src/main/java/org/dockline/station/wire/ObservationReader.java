package org.dockline.station.wire;

import java.time.Instant;
import org.dockline.station.Decoding;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of {@code stations_topic} one after the other, best those of one station in their
 * order: a value that differs from the one before in its times alone is not parsed again. What it
 * says is what {@link ObservationRecord#decode} says. Not for use by several threads.
 */
public final class ObservationReader {

  /** A value that was parsed. */
  private static final class Parsed {
    private final byte[] value;
    private final TimeSpans times;
    private final StationObservation observation;

    Parsed(byte[] value, TimeSpans times, StationObservation observation) {
      this.value = value;
      this.times = times;
      this.observation = observation;
    }

    /** The times of a value that differs from this one in nothing else; null when it does. */
    TimeSpans.@Nullable Times timesOf(byte[] next) {
      return next.length == value.length ? times.findAllThatDiffers(value, next) : null;
    }

    StationObservation at(TimeSpans.Times next, Instant polledAt) {
      StationObservation o = observation;
      return new StationObservation(
          o.key(),
          o.place(),
          o.counts(),
          o.status(),
          o.flags(),
          next.find("reported_at"),
          next.find("feed_updated_at"),
          polledAt,
          o.source(),
          o.extra(),
          o.present());
    }
  }

  private @Nullable Parsed last;

  /**
   * Reads one; see {@link ObservationRecord#decode}.
   *
   * @param value not to be changed afterwards
   */
  public Decoding<StationObservation> read(byte[] value, Instant timestamp) {
    Parsed before = last;
    TimeSpans.Times times = before == null ? null : before.timesOf(value);
    if (before == null || times == null || !timestamp.equals(times.find("polled_at"))) {
      return parse(value, timestamp);
    }
    return new Decoding.Decoded<>(before.at(times, timestamp));
  }

  private Decoding<StationObservation> parse(byte[] value, Instant timestamp) {
    TimeSpans times = new TimeSpans();
    Decoding<StationObservation> decoding =
        ObservationJson.decode(value, timestamp, new ObservationFields(times));
    last =
        decoding instanceof Decoding.Decoded<StationObservation>(StationObservation o)
                && times.areTimesIn(value)
            ? new Parsed(value, times, o)
            : null;
    return ObservationRecord.atItsTime(decoding, value, timestamp);
  }
}
