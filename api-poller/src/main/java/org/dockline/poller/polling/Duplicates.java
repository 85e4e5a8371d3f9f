package org.dockline.poller.polling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.Rejection;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.wire.ObservationJson;

/** Several records of one station inside one answer: the newest report wins. */
final class Duplicates {

  private static final Comparator<StationObservation> NEWEST_REPORT =
      Comparator.comparing(
              StationObservation::reportedAt,
              Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(StationObservation.ORDER);

  private final Map<StationKey, StationObservation> winners = new LinkedHashMap<>();
  private final List<Rejection> rejections = new ArrayList<>();

  Duplicates(List<StationObservation> answer) {
    answer.forEach(this::add);
  }

  /** One observation of each station, in the order of the answer. */
  Map<StationKey, StationObservation> winners() {
    return winners;
  }

  /** One rejection for each of the others. */
  List<Rejection> rejections() {
    return rejections;
  }

  private void add(StationObservation o) {
    StationObservation other = winners.put(o.key(), o);
    if (other == null) {
      return;
    }
    boolean newer = NEWEST_REPORT.compare(o, other) > 0;
    winners.put(o.key(), newer ? o : other);
    rejections.add(rejection(newer ? other : o));
  }

  /** The time of its poll would make it another defect at each poll. */
  private static StationObservation timeless(StationObservation o) {
    Instant reported = o.reportedAt();
    return o.polledAgain(reported == null ? Instant.EPOCH : reported, null);
  }

  private static Rejection rejection(StationObservation loser) {
    return new Rejection(
        loser.polledAt(),
        loser.source(),
        loser.key().contract(),
        loser.key().stationId(),
        "station_id",
        loser.key().stationId(),
        "occurs more than once in one answer; the newest report was taken",
        ObservationJson.encodeText(timeless(loser)));
  }
}
