package org.dockline.dashboard.push;

import java.time.Instant;
import java.util.Set;
import org.dockline.dashboard.live.Board;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * One state that every page shows, or is about to.
 *
 * @param version counts states since the dashboard started; one more than the state before
 * @param at when it was worked out
 * @param snapshot what it was worked out from
 * @param board what the snapshot is worth at {@code at}
 * @param changed stations whose mark differs from the version before
 * @param delta those marks as text for the browser; null when stations came or went, so that a page
 *     must ask for all of them
 */
public record Moment(
    long version,
    Instant at,
    LiveSnapshot snapshot,
    Board board,
    Set<StationKey> changed,
    @Nullable String delta) {

  /** Copies the set. */
  public Moment {
    changed = Set.copyOf(changed);
  }
}
