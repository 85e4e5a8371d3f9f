package org.dockline.poller.gbfs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.poller.decode.Elements;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/**
 * One GBFS file: its header, and the array it is about.
 *
 * @param lastUpdated when the provider renewed it; null when absent or impossible
 * @param ttl how long it holds; zero when not said
 * @param version such as {@code 2.3}; null before 1.1
 * @param arrays each array of the wanted name, in order: one, or one for each language; of a file
 *     without an array, its data as the only element
 * @param damaged whether U+FFFD stands for bytes that are no text
 * @param faults what is wrong in the header
 */
record GbfsDocument(
    @Nullable Instant lastUpdated,
    Duration ttl,
    @Nullable String version,
    List<Elements> arrays,
    boolean damaged,
    List<FieldException> faults) {

  /** What it says of its version; one that says nothing is of the first. */
  GbfsVersion gbfsVersion() {
    return GbfsVersion.find(version).orElse(GbfsVersion.FIRST);
  }

  /** Until its provider means to renew it; the whole time to live when that moment has passed. */
  Duration holdsFor(Instant now) {
    if (lastUpdated == null) {
      return ttl;
    }
    Duration left = Duration.between(now, lastUpdated.plus(ttl));
    return left.isPositive() && left.compareTo(ttl) < 0 ? left : ttl;
  }
}
