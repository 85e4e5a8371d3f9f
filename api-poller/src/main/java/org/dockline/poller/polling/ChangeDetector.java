package org.dockline.poller.polling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dockline.station.Rejection;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/**
 * Decides what of each poll of one feed is worth sending, so that every poll can be rebuilt from
 * what was sent: a station is as its newest record says, be that an observation or a rejection.
 *
 * <p>A station is sent when any of its facts changed since it was last <em>delivered</em>, and as a
 * key frame 13 minutes after that while it is polled. Until {@link #delivered} is told, a poll's
 * changes count as unsent, so that the next poll repeats what the topic still lacks, in its newest
 * state: while Kafka is away the memory stays one observation per station. When a station leaves is
 * told in {@link Departures}.
 *
 * <p>The memory lives as long as the process. After a restart every station is sent once, under a
 * new {@code polled_at}; a station that left meanwhile falls silent without being told as gone.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ChangeDetector {

  private final SendPolicy policy;
  private final Map<StationKey, StationObservation> sent = new HashMap<>();
  private final Map<StationKey, StationObservation> seen = new HashMap<>();
  private final Set<StationKey> sendAgain = new HashSet<>();
  private final RejectionMemory rejections = new RejectionMemory();
  private List<Rejection> seenRejections = List.of();

  /** Starts with an empty memory. */
  public ChangeDetector(SendPolicy policy) {
    this.policy = policy;
  }

  /**
   * An answer came.
   *
   * @param stations as understood, duplicates included
   * @param rejected what was not understood
   * @param whole false when the answer was cut: then nobody is thought to have left
   */
  public Changes answered(
      Instant polledAt,
      List<StationObservation> stations,
      List<Rejection> rejected,
      boolean whole) {
    Duplicates duplicates = new Duplicates(stations);
    Map<StationKey, StationObservation> present = duplicates.winners();
    List<Rejection> all = new ArrayList<>(rejected);
    all.addAll(duplicates.rejections());
    List<StationObservation> observations = changed(present.values());
    if (whole) {
      List<StationKey> left = new Departures(present.keySet(), all).among(sent.keySet());
      left.forEach(key -> observations.add(lastSent(key).gone(polledAt)));
      rejections.forgetAllBut(all);
      seen.clear();
    }
    seen.putAll(present);
    interrupted(all, present.keySet());
    seenRejections = all;
    return changes(observations, all, present.size());
  }

  /** The last answer still holds: key frames may be due, or what could not be delivered. */
  public Changes unchanged(Instant polledAt) {
    seen.replaceAll((key, o) -> o.polledAgain(polledAt, o.feedUpdatedAt()));
    List<Rejection> again = seenRejections.stream().map(r -> r.receivedAgain(polledAt)).toList();
    return changes(changed(seen.values()), again, seen.size());
  }

  /** Nothing usable came; says nothing about stations. */
  public Changes failed(List<Rejection> rejected) {
    return changes(List.of(), rejected, 0);
  }

  /** These changes are in the topic. */
  public void delivered(Changes changes) {
    for (StationObservation o : changes.observations()) {
      sendAgain.remove(o.key());
      if (o.present()) {
        sent.put(o.key(), o);
      } else {
        sent.remove(o.key());
      }
    }
    rejections.delivered(changes.rejections());
  }

  /**
   * These changes may have reached the topic, in part or not at all: whatever the next poll says of
   * their stations is sent.
   */
  public void undelivered(Changes changes) {
    changes.observations().forEach(o -> sendAgain.add(o.key()));
  }

  private Changes changes(
      List<StationObservation> observations, List<Rejection> rejected, int stations) {
    List<Rejection> due = rejections.due(rejected, policy == SendPolicy.ALL);
    return new Changes(observations, due, stations, rejected.size());
  }

  private List<StationObservation> changed(Collection<StationObservation> present) {
    List<StationObservation> changed = new ArrayList<>();
    present.stream().filter(this::worthSending).forEach(changed::add);
    return changed;
  }

  private boolean worthSending(StationObservation o) {
    StationObservation last = sent.get(o.key());
    return policy == SendPolicy.ALL
        || last == null
        || sendAgain.contains(o.key())
        || KeyFrame.due(last.polledAt(), o.polledAt())
        || !o.sameFactsAs(last);
  }

  /** A station that was rejected in between is sent when it is good again, though unchanged. */
  private void interrupted(List<Rejection> rejected, Set<StationKey> present) {
    for (Rejection r : rejected) {
      StationKeys.find(r)
          .filter(key -> !present.contains(key))
          .ifPresent(
              key -> {
                sendAgain.add(key);
                seen.remove(key);
              });
    }
  }

  private StationObservation lastSent(StationKey key) {
    return Objects.requireNonNull(sent.get(key), "not among those sent");
  }
}
