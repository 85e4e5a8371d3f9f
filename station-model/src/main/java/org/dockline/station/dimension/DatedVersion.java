package org.dockline.station.dimension;

import java.time.LocalDate;
import java.util.Comparator;
import org.dockline.station.StationVersion;

/**
 * A version and the local day whose load said so first.
 *
 * @param version what the station was, from when on
 * @param since the local day whose observations it comes from; {@code valid_from} may lie a little
 *     beyond that day's end, because a poll right after midnight still tells of the day before
 */
public record DatedVersion(StationVersion version, LocalDate since) {

  /** In the order of time; a day's versions never come after the next day's. */
  public static final Comparator<DatedVersion> ORDER =
      Comparator.comparing(DatedVersion::since).thenComparing(d -> d.version().validFrom());
}
