package org.dockline.poller.kafka;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dockline.poller.polling.Overheard;
import org.dockline.poller.polling.TopicEar;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;

/** What was overheard for one feed and not fetched yet: the newest of each station. */
final class Inbox implements TopicEar {

  private final String scope;
  private final Map<Object, StationObservation> observations = new HashMap<>();
  private final Map<Object, Rejection> rejections = new HashMap<>();

  /**
   * An empty one.
   *
   * @param scope a contract, or all
   */
  Inbox(String scope) {
    this.scope = scope;
  }

  synchronized void add(StationObservation o) {
    if (concerns(o.key().contract())) {
      keepNewer(observations, o.key(), o, StationObservation::polledAt);
    }
  }

  synchronized void add(Rejection r) {
    String contract = r.contract();
    String station = r.stationId();
    if (contract != null && station != null && concerns(contract)) {
      keepNewer(rejections, List.of(contract, station), r, Rejection::polledAt);
    }
  }

  @Override
  public synchronized Overheard listen() {
    if (observations.isEmpty() && rejections.isEmpty()) {
      return Overheard.NOTHING;
    }
    Overheard all =
        new Overheard(List.copyOf(observations.values()), List.copyOf(rejections.values()));
    observations.clear();
    rejections.clear();
    return all;
  }

  private boolean concerns(String contract) {
    return scope.equals(PollReport.ALL) || scope.equals(contract);
  }

  private static <T> void keepNewer(
      Map<Object, T> map, Object key, T said, Function<T, Instant> time) {
    map.merge(key, said, (a, b) -> time.apply(b).isBefore(time.apply(a)) ? a : b);
  }
}
