package org.dockline.dashboard.view;

import java.util.Objects;
import java.util.Optional;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/** What a station is called on the pages. */
final class StationNames {

  private StationNames() {}

  /** The operator's name, or the station's id where there is none. */
  static String of(StationObservation o) {
    String name = o.place().name();
    return name == null || name.isBlank() ? o.key().stationId() : name.strip();
  }

  /** The same of a station that may be gone. */
  static String of(Optional<StationObservation> found, StationKey key) {
    return found.map(StationNames::of).orElse(key.stationId());
  }

  /** All that a search looks at. */
  static String searchText(StationObservation o) {
    return Objects.requireNonNullElse(o.place().name(), "")
        + ' '
        + Objects.requireNonNullElse(o.place().address(), "")
        + ' '
        + o.key().stationId();
  }
}
