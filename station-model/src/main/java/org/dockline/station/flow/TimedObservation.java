package org.dockline.station.flow;

import java.time.Instant;
import org.dockline.station.Availability;
import org.dockline.station.ObservationTime;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * An accepted observation and when its facts hold from.
 *
 * @param observation as it was polled
 * @param observedAt its {@code observed_at}, at least that of the one before it
 */
public record TimedObservation(StationObservation observation, Instant observedAt) {

  /** See {@link Availability#of}. */
  public Availability availability() {
    return Availability.of(observation);
  }

  /** See {@link ObservationTime#vouchesUntil}. */
  public Instant vouchesUntil() {
    return ObservationTime.vouchesUntil(observation.polledAt());
  }

  /** Bikes when they are known, else null. */
  public @Nullable Integer knownBikes() {
    return availability() instanceof Availability.Known known ? known.bikes() : null;
  }
}
