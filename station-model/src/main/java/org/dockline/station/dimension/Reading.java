package org.dockline.station.dimension;

import java.util.Objects;
import org.dockline.station.Distance;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationVersion;
import org.jspecify.annotations.Nullable;

/** When two values of a field are readings of one, and which of them is the better. */
interface Reading<T> {

  /** A station stands where it stood when it is said to be nearer than this. */
  double SAME_PLACE_KM = 0.010;

  /** Names and addresses: see {@link DamagedText}. */
  Reading<String> TEXT =
      new Reading<>() {
        @Override
        public boolean same(String held, String said) {
          return DamagedText.same(held, said);
        }

        @Override
        public String better(String held, String said) {
          return DamagedText.damage(said) < DamagedText.damage(held) ? said : held;
        }
      };

  /** Positions: sources round them differently. */
  Reading<Place> POSITION =
      (held, said) -> {
        Double km =
            Distance.km(held.latitude(), held.longitude(), said.latitude(), said.longitude());
        return km == null ? held.equals(said) : km < SAME_PLACE_KM;
      };

  /** Values that are the same only when equal. */
  static <T> Reading<T> exact() {
    return Objects::equals;
  }

  /** Where a station stands, and nothing else; null when nothing is said of that. */
  static @Nullable Place positionOf(StationVersion version) {
    Place place = version.place();
    return place.latitude() == null && place.longitude() == null
        ? null
        : new Place(null, null, place.latitude(), place.longitude());
  }

  /** Whether what is said is a reading of what holds. */
  boolean same(T held, T said);

  /** The one to keep of two readings. */
  default T better(T held, T said) {
    return held;
  }
}
