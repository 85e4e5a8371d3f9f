package org.dockline.dashboard.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Observations in a tenth to a twentieth of the memory: what repeats from row to row is kept once.
 */
final class PackedRows {

  /** An object with its references, about. */
  private static final int OBJECT = 64;

  /** What of a station seldom changes. */
  private record Still(
      StationKey key,
      Place place,
      StationStatus status,
      Flags flags,
      Source source,
      boolean present) {

    Still(StationObservation o) {
      this(o.key(), o.place(), o.status(), o.flags(), o.source(), o.present());
    }

    int bytes() {
      return 4 * OBJECT
          + text(key.contract())
          + text(key.stationId())
          + text(place.name())
          + text(place.address());
    }
  }

  private final Coded<Still> stills;
  private final Coded<Counts> counts;
  private final Coded<Optional<String>> extras;
  private final Moments reported;
  private final Moments feedUpdated;
  private final Moments polled;

  private PackedRows(List<StationObservation> rows) {
    stills = Coded.of(rows.stream().map(Still::new).toList());
    counts = Coded.of(rows.stream().map(StationObservation::counts).toList());
    extras = Coded.of(rows.stream().map(o -> Optional.ofNullable(o.extra())).toList());
    reported = Moments.of(rows, StationObservation::reportedAt);
    feedUpdated = Moments.of(rows, StationObservation::feedUpdatedAt);
    polled = Moments.of(rows, StationObservation::polledAt);
  }

  /** Of these rows. */
  static PackedRows of(List<StationObservation> rows) {
    return new PackedRows(rows);
  }

  /** One station's, in their order. */
  List<StationObservation> station(StationKey key) {
    int[] rows = stills.rows(still -> still.key().equals(key));
    List<StationObservation> found = new ArrayList<>(rows.length);
    for (int row : rows) {
      found.add(unpacked(row));
    }
    return found;
  }

  private StationObservation unpacked(int row) {
    Still still = stills.get(row);
    return new StationObservation(
        still.key(),
        still.place(),
        counts.get(row),
        still.status(),
        still.flags(),
        reported.get(row),
        feedUpdated.get(row),
        polledAt(row),
        still.source(),
        extras.get(row).orElse(null),
        still.present());
  }

  private Instant polledAt(int row) {
    return Objects.requireNonNull(polled.get(row), "Every observation was polled");
  }

  /** About how many bytes of memory they take. */
  int bytes() {
    return stills.bytes(Still::bytes)
        + counts.bytes(any -> 2 * OBJECT)
        + extras.bytes(extra -> OBJECT + text(extra.orElse(null)))
        + reported.bytes()
        + feedUpdated.bytes()
        + polled.bytes();
  }

  private static int text(@Nullable String text) {
    return text == null ? 0 : OBJECT + text.length();
  }
}
