package org.dockline.station;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest observation of every station. Merging is commutative, associative and idempotent: in
 * whatever order, pieces and repetitions observations arrive, the same ones remain.
 *
 * <p>Newest is the last in {@link StationObservation#ORDER} that is no stale copy; a stale copy is
 * an answer whose report is older than an earlier poll's. Among comparable reports the last one
 * that is no stale copy is the greatest by (report, order), so the greatest of those and the
 * greatest of all others together decide, whatever came first.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class LatestObservations {

  private record Newest(
      @Nullable StationObservation byReport, @Nullable StationObservation byPoll) {

    static Newest of(StationObservation o) {
      return ObservationTime.comparableReport(o) == null
          ? new Newest(null, o)
          : new Newest(o, null);
    }

    Newest merge(Newest other) {
      return new Newest(later(byReport, other.byReport, true), later(byPoll, other.byPoll, false));
    }

    Stream<StationObservation> rest() {
      StationObservation winner = winner();
      if (byReport == null || byPoll == null) {
        return winner.present() ? Stream.empty() : Stream.of(winner);
      }
      return Stream.of(byReport, byPoll).filter(o -> !o.equals(winner) || !o.present());
    }

    StationObservation winner() {
      return Objects.requireNonNull(later(byReport, byPoll, false));
    }
  }

  /** Always in order: all are listed much more often than one comes that is new. */
  private final SortedMap<StationKey, Newest> newest = new TreeMap<>();

  /**
   * Takes an observation in.
   *
   * @return whether the newest observation of its station has changed by it
   */
  public boolean add(StationObservation o) {
    Newest before = newest.get(o.key());
    Newest after = before == null ? Newest.of(o) : before.merge(Newest.of(o));
    newest.put(o.key(), after);
    return before == null || !before.winner().equals(after.winner());
  }

  /** Takes several in; see {@link #add}. */
  public void addAll(Iterable<StationObservation> observations) {
    observations.forEach(this::add);
  }

  /** The newest observation of a station, also of one that has left; empty when never seen. */
  public Optional<StationObservation> find(StationKey key) {
    return Optional.ofNullable(newest.get(key)).map(Newest::winner);
  }

  /** The newest observation of every station that has not left its feed, by key. */
  public Collection<StationObservation> listPresent() {
    return all().filter(StationObservation::present).toList();
  }

  /** The newest observation of every station that was ever seen, by key. */
  public Collection<StationObservation> listAll() {
    return all().toList();
  }

  /**
   * What merging has to remember beside {@link #listPresent}: the newest observation of each
   * station that has left, and each one that the newest overtook but that still tells a stale copy
   * from a newer answer. Whoever takes in both lists goes on as if nothing had been forgotten.
   */
  public Collection<StationObservation> listRest() {
    return newest.values().stream().flatMap(Newest::rest).toList();
  }

  private Stream<StationObservation> all() {
    return newest.values().stream().map(Newest::winner);
  }

  private static @Nullable StationObservation later(
      @Nullable StationObservation a, @Nullable StationObservation b, boolean reportFirst) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    int byReport = reportFirst ? report(a).compareTo(report(b)) : 0;
    int order = byReport != 0 ? byReport : StationObservation.ORDER.compare(a, b);
    return order < 0 ? b : a;
  }

  private static Instant report(StationObservation o) {
    return Objects.requireNonNull(ObservationTime.comparableReport(o));
  }
}
