package org.dockline.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a recording must lead to, worked out from the raw answers alone and without a line of the
 * code under test.
 */
final class RecordingOracle {

  private static final Duration KEY_FRAME = Duration.ofMinutes(13);
  private static final Duration VOUCHES = Duration.ofMinutes(15);

  /** What a station was last said to be, and its figures so far. */
  static final class Station {
    @Nullable JsonNode lastSaid;
    Instant lastSentAt = Instant.EPOCH;
    int sent;

    int arrivals;
    int departures;
    int netUnobserved;
    @Nullable Integer opening;
    @Nullable Integer closing;

    private long newestUpdate = Long.MIN_VALUE;
    private Instant observedAt = Instant.EPOCH;
    private Instant vouchedUntil = Instant.EPOCH;

    /** Takes what was sent at a poll; null when the station was absent. */
    private void send(@Nullable JsonNode said, Instant polledAt) {
      lastSaid = said;
      lastSentAt = polledAt;
      sent++;
      count(said, polledAt);
    }

    private void count(@Nullable JsonNode said, Instant polledAt) {
      if (said == null) {
        vouchedUntil = Instant.EPOCH;
        return;
      }
      long update = said.get("last_update").asLong();
      if (update < newestUpdate) {
        return; // a stale copy
      }
      newestUpdate = update;
      Instant reported = Instant.ofEpochMilli(update);
      boolean believed =
          !reported.isBefore(polledAt.minus(Duration.ofMinutes(15)))
              && !reported.isAfter(polledAt.plus(Duration.ofMinutes(1)));
      Instant at = believed ? reported : polledAt;
      at = at.isBefore(observedAt) ? observedAt : at;
      if (known(said, reported, polledAt)) {
        move(said.get("available_bikes").asInt(), !at.isAfter(vouchedUntil));
        vouchedUntil = polledAt.plus(VOUCHES);
      } else {
        vouchedUntil = Instant.EPOCH;
      }
      observedAt = at;
    }

    private void move(int bikes, boolean observed) {
      int change = closing == null ? 0 : bikes - closing;
      opening = opening == null ? Integer.valueOf(bikes) : opening;
      closing = bikes;
      arrivals += observed ? Math.max(0, change) : 0;
      departures += observed ? Math.max(0, -change) : 0;
      netUnobserved += observed ? 0 : change;
    }

    private static boolean known(JsonNode said, Instant reported, Instant polledAt) {
      boolean nothing =
          said.get("available_bikes").asInt() == 0
              && said.get("available_bike_stands").asInt() == 0;
      return said.get("status").asText().equals("OPEN")
          && !nothing
          && !reported.isBefore(polledAt.minus(Duration.ofMinutes(30)));
    }
  }

  private final Map<String, Station> stations = new TreeMap<>();

  private RecordingOracle() {}

  static RecordingOracle of(Recording recording) {
    RecordingOracle oracle = new RecordingOracle();
    recording.polls().forEach(oracle::take);
    return oracle;
  }

  /** By {@code station_id}. */
  Map<String, Station> stations() {
    return stations;
  }

  /** Records that must stand in the topic. */
  int sent() {
    return stations.values().stream().mapToInt(s -> s.sent).sum();
  }

  /** The stations that must stand in the live snapshot, as they were last said to be. */
  List<JsonNode> present() {
    List<JsonNode> present = new ArrayList<>();
    stations.values().stream().map(s -> s.lastSaid).forEach(said -> addIfNotNull(present, said));
    return present;
  }

  private void take(Recording.Poll poll) {
    Set<String> absent = new HashSet<>(stations.keySet());
    for (JsonNode said : poll.stations()) {
      String id = said.get("number").asText();
      absent.remove(id);
      Station station = stations.computeIfAbsent(id, key -> new Station());
      boolean keyFrame =
          Duration.between(station.lastSentAt, poll.polledAt()).compareTo(KEY_FRAME) >= 0;
      if (!said.equals(station.lastSaid) || keyFrame) {
        station.send(said, poll.polledAt());
      }
    }
    for (String id : absent) {
      Station station = stations.get(id);
      if (station != null && station.lastSaid != null) {
        station.send(null, poll.polledAt());
      }
    }
  }

  private static void addIfNotNull(List<JsonNode> list, @Nullable JsonNode said) {
    if (said != null) {
      list.add(said);
    }
  }
}
