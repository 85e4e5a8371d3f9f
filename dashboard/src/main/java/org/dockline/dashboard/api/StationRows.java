package org.dockline.dashboard.api;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.dockline.dashboard.live.Mark;
import org.dockline.dashboard.push.Moment;
import org.dockline.station.Availability;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.rows.ObservationColumns;
import org.jspecify.annotations.Nullable;

/** A station as it is now, under the names that its observations have everywhere. */
final class StationRows {

  static final String UNKNOWN_REASON = "unknown_reason";

  static final List<String> COLUMNS =
      List.of(
          ObservationColumns.CONTRACT,
          ObservationColumns.STATION_ID,
          ObservationColumns.NAME,
          ObservationColumns.ADDRESS,
          ObservationColumns.LATITUDE,
          ObservationColumns.LONGITUDE,
          ObservationColumns.CAPACITY,
          ObservationColumns.BIKES,
          ObservationColumns.DOCKS,
          ObservationColumns.MECHANICAL_BIKES,
          ObservationColumns.ELECTRICAL_BIKES,
          ObservationColumns.BIKES_DISABLED,
          ObservationColumns.DOCKS_DISABLED,
          ObservationColumns.STATUS,
          UNKNOWN_REASON,
          ObservationColumns.BANKING,
          ObservationColumns.BONUS,
          ObservationColumns.CONNECTED,
          ObservationColumns.OVERFLOW,
          ObservationColumns.REPORTED_AT,
          ObservationColumns.OBSERVED_AT,
          ObservationColumns.POLLED_AT,
          ObservationColumns.SOURCE);

  private StationRows() {}

  /** The values of {@link #COLUMNS}: counts only where they are known, else why they are not. */
  static @Nullable Object[] values(StationObservation o, Moment moment) {
    Mark mark = Objects.requireNonNull(moment.board().marks().get(o.key()));
    boolean known = mark.bikes() != null;
    Counts counts = o.counts();
    return new @Nullable Object[] {
      o.key().contract(),
      o.key().stationId(),
      o.place().name(),
      o.place().address(),
      o.place().latitude(),
      o.place().longitude(),
      counts.capacity(),
      mark.bikes(),
      mark.docks(),
      known ? counts.mechanicalBikes() : null,
      known ? counts.electricalBikes() : null,
      counts.bikesDisabled(),
      counts.docksDisabled(),
      o.status(),
      known ? null : reason(o, moment),
      o.flags().banking(),
      o.flags().bonus(),
      o.flags().connected(),
      o.flags().overflow(),
      o.reportedAt(),
      o.observedAt(),
      o.polledAt(),
      o.source()
    };
  }

  private static @Nullable Object reason(StationObservation o, Moment moment) {
    return Availability.at(o, moment.at()) instanceof Availability.Unknown unknown
        ? unknown.reason()
        : null;
  }

  /** The stations of a contract by id; a problem when there is none. */
  static SortedMap<StationKey, StationObservation> of(Moment moment, String contract) {
    checkName(contract);
    SortedMap<StationKey, StationObservation> own =
        moment
            .snapshot()
            .stations()
            .subMap(new StationKey(contract, "\0"), new StationKey(contract + "\0", "\0"));
    if (own.isEmpty()) {
      throw ProblemException.absent(
          "there is no contract '" + contract + "' now; /api/v1/contracts lists them");
    }
    return own;
  }

  static void checkName(String name) {
    if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.misasked("a name has 1 to 100 printable characters");
    }
  }
}
