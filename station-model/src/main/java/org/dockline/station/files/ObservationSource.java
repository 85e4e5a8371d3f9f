package org.dockline.station.files;

import java.io.IOException;
import java.util.Iterator;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/** Observations, one after the other. */
public interface ObservationSource {

  /** The next observation, or null after the last one. */
  @Nullable StationObservation next() throws IOException;

  /** Those of a collection, in its order. */
  static ObservationSource of(Iterable<StationObservation> observations) {
    Iterator<StationObservation> rest = observations.iterator();
    return () -> rest.hasNext() ? rest.next() : null;
  }
}
