package org.dockline.station;

import org.jspecify.annotations.Nullable;

/** How far two places are apart. */
public final class Distance {

  private static final double EARTH_RADIUS_KM = 6_371;

  private Distance() {}

  /** On a sphere, from degrees; null when a coordinate is. */
  public static @Nullable Double km(
      @Nullable Double lat, @Nullable Double lon, @Nullable Double lat2, @Nullable Double lon2) {
    if (lat == null || lon == null || lat2 == null || lon2 == null) {
      return null;
    }
    double sinLat = Math.sin(Math.toRadians(lat2 - lat) / 2);
    double sinLon = Math.sin(Math.toRadians(lon2 - lon) / 2);
    double h =
        sinLat * sinLat
            + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(lat2)) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
