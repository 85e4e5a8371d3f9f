package org.dockline.station.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ObservationTime;
import org.dockline.station.StationObservation;

/**
 * A run of accepted observations that say the same and vouch for each other without a gap: all that
 * need be kept of them to tell later, exactly, what was known when.
 *
 * @param first the first of them, with its time
 * @param lastObservedAt since when the facts of the last of them hold
 * @param lastPolledAt when the last of them was polled
 */
public record HeldObservation(
    TimedObservation first, Instant lastObservedAt, Instant lastPolledAt) {

  /** A run of one. */
  public static HeldObservation of(TimedObservation alone) {
    return new HeldObservation(alone, alone.observedAt(), alone.observation().polledAt());
  }

  /** The runs of accepted observations, in their order. */
  public static List<HeldObservation> runs(List<TimedObservation> accepted) {
    List<HeldObservation> runs = new ArrayList<>();
    for (TimedObservation o : accepted) {
      HeldObservation last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && last.holdsAt(o)) {
        runs.removeLast();
        runs.add(new HeldObservation(last.first, o.observedAt(), o.observation().polledAt()));
      } else {
        runs.add(of(o));
      }
    }
    return List.copyOf(runs);
  }

  /** The end (exclusive) of what it vouches for. */
  public Instant vouchesUntil() {
    return ObservationTime.vouchesUntil(lastPolledAt);
  }

  private boolean holdsAt(TimedObservation next) {
    return !next.observedAt().isAfter(vouchesUntil()) && sameFacts(first, next);
  }

  private static boolean sameFacts(TimedObservation a, TimedObservation b) {
    StationObservation x = a.observation();
    StationObservation y = b.observation();
    return x.counts().equals(y.counts())
        && x.status() == y.status()
        && x.flags().equals(y.flags())
        && x.present() == y.present()
        && x.source() == y.source()
        && a.availability().equals(b.availability());
  }
}
