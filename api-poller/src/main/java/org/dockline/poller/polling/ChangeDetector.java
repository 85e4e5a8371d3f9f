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
import org.jspecify.annotations.Nullable;

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
 * <p>What others put into the topics, be it an earlier run or another poller of the same source,
 * counts like what was delivered from here, see {@link #overheard}: so a restart repeats nothing,
 * tells who left meanwhile, and two pollers do not hide each other's changes.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ChangeDetector {

  private final SendPolicy policy;
  private final Map<StationKey, StationObservation> sent = new HashMap<>();
  private final Map<StationKey, StationObservation> seen = new HashMap<>();
  private final Set<StationKey> sendAgain = new HashSet<>();
  private final Set<StationKey> toldAsRejected = new HashSet<>();
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
    List<StationObservation> gone = whole ? gone(present.keySet(), all, polledAt) : List.of();
    if (whole) {
      rejections.forgetAllBut(all);
      seen.clear();
    }
    seen.putAll(present);
    all.forEach(
        r -> StationKeys.find(r).filter(k -> !present.containsKey(k)).ifPresent(seen::remove));
    seenRejections = all;
    return changes(present.values(), gone, all);
  }

  /** The last answer still holds: key frames may be due, or what could not be delivered. */
  public Changes unchanged(Instant polledAt) {
    seen.replaceAll((key, o) -> o.polledAgain(polledAt, o.feedUpdatedAt()));
    List<Rejection> again = seenRejections.stream().map(r -> r.receivedAgain(polledAt)).toList();
    return changes(seen.values(), List.of(), again);
  }

  /** Nothing usable came; says nothing about stations. */
  public Changes failed(List<Rejection> rejected) {
    return changes(List.of(), List.of(), rejected);
  }

  /** Another source speaks for these contracts: should they come back, all of them is news. */
  public void forget(Set<String> contracts) {
    if (contracts.isEmpty()) {
      return;
    }
    for (Set<StationKey> keys : List.of(sent.keySet(), seen.keySet(), sendAgain, toldAsRejected)) {
      keys.removeIf(key -> contracts.contains(key.contract()));
    }
    rejections.forget(contracts);
    seenRejections =
        seenRejections.stream()
            .filter(r -> r.contract() == null || !contracts.contains(r.contract()))
            .toList();
  }

  /** Others have put these into the topics; what is older than our own word changes nothing. */
  public void overheard(Overheard others) {
    others.observations().stream().filter(this::isNews).forEach(this::believe);
    for (Rejection r : others.rejections()) {
      StationKeys.find(r)
          .filter(key -> isNewer(r.polledAt(), sent.get(key)))
          .ifPresent(sendAgain::add);
    }
  }

  private boolean isNews(StationObservation o) {
    StationObservation last = sent.get(o.key());
    // Two sources of one station differ for ever: neither answers the other.
    boolean comparable = last == null || last.source() == o.source();
    return comparable && isNewer(o.polledAt(), last);
  }

  private static boolean isNewer(Instant polledAt, @Nullable StationObservation last) {
    return last == null || polledAt.isAfter(last.polledAt());
  }

  private void believe(StationObservation o) {
    toldAsRejected.remove(o.key());
    if (o.present()) {
      sent.put(o.key(), o);
    } else {
      sent.remove(o.key());
    }
  }

  /** These changes are in the topic, or will be before anything that is published later. */
  public void delivered(Changes changes) {
    for (StationObservation o : changes.observations()) {
      sendAgain.remove(o.key());
      believe(o);
    }
    rejections.delivered(changes.rejections());
    changes.rejections().stream()
        .filter(this::isAbsent)
        .forEach(r -> StationKeys.find(r).ifPresent(toldAsRejected::add));
  }

  /**
   * These changes may have reached the topic, in part or not at all: whatever the next poll says of
   * their stations is sent, also that they have left.
   */
  public void undelivered(Changes changes) {
    for (StationObservation o : changes.observations()) {
      sendAgain.add(o.key());
      toldAsRejected.remove(o.key());
      sent.putIfAbsent(o.key(), o);
    }
  }

  private Changes changes(
      Collection<StationObservation> present,
      List<StationObservation> gone,
      List<Rejection> rejected) {
    List<Rejection> due =
        rejections.due(rejected, r -> policy == SendPolicy.ALL || endsGoodNews(r));
    // The newest word on a station decides, so a good record follows a bad one of the same station.
    rejected.stream().filter(this::isAbsent).forEach(this::mistrust);
    due.forEach(this::mistrust);
    List<StationObservation> changed = new ArrayList<>();
    present.stream().filter(this::worthSending).forEach(changed::add);
    changed.addAll(gone);
    return new Changes(changed, due, present.size(), rejected.size());
  }

  /** Whatever is known to be in the topics on its station, the next good record of it is sent. */
  private void mistrust(Rejection r) {
    StationKeys.find(r).ifPresent(sendAgain::add);
  }

  /** The topics still show the station as good. */
  private boolean endsGoodNews(Rejection r) {
    return isAbsent(r) && !toldAsRejected.contains(StationKeys.find(r).orElseThrow());
  }

  /** It tells its station, and the answer has no good record of it. */
  private boolean isAbsent(Rejection r) {
    return StationKeys.find(r).filter(key -> !seen.containsKey(key)).isPresent();
  }

  private boolean worthSending(StationObservation o) {
    StationObservation last = sent.get(o.key());
    return policy == SendPolicy.ALL
        || last == null
        || sendAgain.contains(o.key())
        || KeyFrame.due(last.polledAt(), o.polledAt())
        || !o.sameFactsAs(last);
  }

  private List<StationObservation> gone(
      Set<StationKey> present, List<Rejection> rejected, Instant polledAt) {
    return new Departures(present, rejected)
        .among(sent.keySet()).stream().map(key -> lastSent(key).gone(polledAt)).toList();
  }

  private StationObservation lastSent(StationKey key) {
    return Objects.requireNonNull(sent.get(key), "not among those sent");
  }
}
