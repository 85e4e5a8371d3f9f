package org.dockline.poller.contracts;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;

/** Knows the time zone of places on earth. */
@FunctionalInterface
public interface ZoneFinder {

  /**
   * The zone of a place.
   *
   * @param latitude degrees north, WGS 84
   * @param longitude degrees east
   * @return empty where no country's zone is, as at sea
   * @throws IOException when the map can't be read
   */
  Optional<ZoneId> find(double latitude, double longitude) throws IOException;
}
