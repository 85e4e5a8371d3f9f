package org.dockline.station;

import java.util.Locale;
import java.util.Optional;
import org.dockline.station.StationObservation.Place;

/** Which stations are kept but are no part of statistics, and why. */
public final class StationExclusion {

  /** A station farther from its city than this does not stand in it. */
  public static final double GHOST_BEYOND_KM = 100;

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
        Distance.km(place.latitude(), place.longitude(), contract.latitude(), contract.longitude());
    return km != null && km > GHOST_BEYOND_KM ? Optional.of(Reason.GHOST) : Optional.empty();
  }
}
