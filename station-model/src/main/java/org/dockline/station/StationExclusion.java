package org.dockline.station;

import java.util.Locale;
import java.util.Optional;
import org.dockline.station.StationObservation.Place;
import org.jspecify.annotations.Nullable;

/** Which stations are kept but are no part of statistics, and why. */
public final class StationExclusion {

  /** A station farther from its city than this does not stand in it. */
  public static final double GHOST_BEYOND_KM = 100;

  private static final double EARTH_RADIUS_KM = 6_371;

  /** Why a station is excluded. */
  public enum Reason {
    /** It stands far from its city. */
    GHOST,
    /** It is the provider's test. */
    TEST;

    /** The word in the warehouse: {@code ghost} or {@code test}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private StationExclusion() {}

  /**
   * The reason to exclude a station, or empty when it counts.
   *
   * @param place without a position, or with none known of its contract, nothing can be said of
   *     where it stands, and it counts
   */
  public static Optional<Reason> find(StationKey key, Place place, Contract contract) {
    if (key.contract().equals(ContractCatalogue.TEST_CONTRACT)) {
      return Optional.of(Reason.TEST);
    }
    Double km =
        distanceKm(place.latitude(), place.longitude(), contract.latitude(), contract.longitude());
    return km != null && km > GHOST_BEYOND_KM ? Optional.of(Reason.GHOST) : Optional.empty();
  }

  /** On a sphere; null when a coordinate is. */
  private static @Nullable Double distanceKm(
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
