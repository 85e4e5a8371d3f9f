package org.dockline.poller.fallover;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.station.ObservationTime;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that exactly one source speaks for each contract: the first one while it is well, the
 * other while it refuses (401, 403, 404, 410), stops, freezes or never had the contract.
 */
public final class FallOver {

  private static final Logger LOG = LoggerFactory.getLogger(FallOver.class);

  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 410);

  private final Source first;
  private final Map<String, Duty> duties = new TreeMap<>();

  /**
   * The first source speaks for all of them at first.
   *
   * @param first the source that others stand in for
   * @param contracts canonical names of those for which there is another source
   * @param start from when the first source's silence counts
   */
  public FallOver(Source first, Collection<String> contracts, Instant start) {
    this.first = first;
    contracts.forEach(contract -> duties.put(contract, new Duty(contract, start)));
  }

  /** The source that others stand in for. */
  public Source first() {
    return first;
  }

  /**
   * Goes on where an earlier run ended: for whom another source spoke last, it stands in. Else the
   * first one would speak in between, or say that stations have left which it no longer has.
   *
   * @param newest the newest observation of each contract in the topics
   */
  public synchronized void resume(Collection<StationObservation> newest, Instant now) {
    for (StationObservation o : newest) {
      Duty duty = duties.get(o.key().contract());
      if (duty != null && o.source() != first) {
        duty.goOnStandingIn(o.polledAt(), now);
        LOG.info(
            "{}: {} spoke last, at {}, and goes on", duty.contract(), o.source(), o.polledAt());
      }
    }
  }

  /** For health: who speaks for whom, and why; safe to call at any time. */
  public synchronized String summary() {
    List<String> others =
        duties.values().stream()
            .filter(Duty::standsIn)
            .map(d -> d.contract() + " since " + d.since() + " (" + d.trouble() + ")")
            .toList();
    return others.isEmpty()
        ? first + " speaks for all; GBFS is ready to stand in for " + duties.size() + " contracts"
        : "GBFS stands in for " + String.join(", ", others);
  }

  /** For metrics: for how many contracts another source speaks. */
  public synchronized int standIns() {
    return (int) duties.values().stream().filter(Duty::standsIn).count();
  }

  /**
   * The first source was asked.
   *
   * @param scope a contract, or {@code *}
   */
  synchronized void heard(String scope, FeedAnswer answer, Instant at) {
    Collection<Duty> asked = asked(scope);
    switch (answer) {
      case FeedAnswer.Stations s -> heard(asked, s, at);
      case FeedAnswer.Unavailable u -> {
        Integer status = u.exchange().httpStatus();
        boolean refused = status != null && REFUSALS.contains(status);
        asked.forEach(duty -> duty.firstIsIll(u.reason(), refused));
      }
      case FeedAnswer.NotModified n -> asked.forEach(duty -> wellAgain(duty, at));
      case FeedAnswer.Unexpired u -> LOG.debug("Nobody was asked for {}", scope);
    }
  }

  /** The contracts of that scope for which another source speaks. */
  synchronized Set<String> leftToOthers(String scope) {
    return asked(scope).stream()
        .filter(Duty::standsIn)
        .map(Duty::contract)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the other source should be asked for the contract. */
  synchronized boolean wantsStandIn(String contract, Instant now) {
    return duty(contract).wantsStandIn(now);
  }

  /**
   * The other source was asked.
   *
   * @return whether it speaks for the contract, with this answer and until it is told otherwise
   */
  synchronized boolean offered(String contract, FeedAnswer answer, Instant at) {
    Duty duty = duty(contract);
    if (isGood(answer, duty) && duty.standInIsWell(at)) {
      LOG.warn("{}: GBFS stands in for {}: {}", contract, first, duty.trouble());
    }
    return duty.standsIn();
  }

  private void heard(Collection<Duty> asked, FeedAnswer.Stations answer, Instant at) {
    Map<String, Instant> newest = newestReports(answer.stations());
    for (Duty duty : asked) {
      Instant report = newest.get(duty.contract());
      if (report != null && report.isAfter(at.minus(Duty.FROZEN_AFTER))) {
        wellAgain(duty, at);
      } else if (report != null) {
        duty.firstIsIll("it is frozen since " + report, false);
      } else if (answer.cut() == null) {
        duty.firstHasNone();
      } else {
        duty.firstIsIll("its answer was cut", false);
      }
    }
  }

  private void wellAgain(Duty duty, Instant at) {
    if (duty.firstIsWell(at)) {
      LOG.warn("{}: {} speaks again", duty.contract(), first);
    }
  }

  private Collection<Duty> asked(String scope) {
    if (scope.equals(PollReport.ALL)) {
      return duties.values();
    }
    Duty duty = duties.get(scope);
    return duty == null ? List.of() : List.of(duty);
  }

  private Duty duty(String contract) {
    return Objects.requireNonNull(duties.get(contract), contract);
  }

  private static Map<String, Instant> newestReports(List<StationObservation> stations) {
    Map<String, Instant> newest = new HashMap<>();
    for (StationObservation o : stations) {
      Instant report = Objects.requireNonNullElse(o.reportedAt(), Instant.EPOCH);
      newest.merge(o.key().contract(), report, (a, b) -> a.isBefore(b) ? b : a);
    }
    return newest;
  }

  /** A copy that is itself old is no better than silence; nobody takes over with empty hands. */
  private static boolean isGood(FeedAnswer answer, Duty duty) {
    return switch (answer) {
      case FeedAnswer.Stations s ->
          s.stations().stream()
              .anyMatch(o -> !ObservationTime.feedStale(o.feedUpdatedAt(), o.polledAt()));
      case FeedAnswer.NotModified n -> duty.standsIn();
      case FeedAnswer.Unexpired u -> duty.standsIn();
      case FeedAnswer.Unavailable u -> false;
    };
  }
}
