package org.dockline.dashboard.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is listed beside the map while no station is chosen. */
enum Side {
  /** Cities with their figures. */
  CITIES,
  /** Stations of the chosen city, or those that the map shows. */
  STATIONS,
  /** Stations that the reader has marked. */
  FAVOURITES,
  /** Stations nearest to the reader. */
  NEAR;

  /** The name in addresses, ids and texts. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Side> find(String key) {
    return Arrays.stream(values()).filter(side -> side.key().equals(key)).findFirst();
  }
}
