package org.dockline.dashboard.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.Rejection;
import org.dockline.warehouse.Insights.RejectedReason;
import org.jspecify.annotations.Nullable;

/**
 * Rejected records with the same reason and field: those that are loaded, counted in the warehouse,
 * and those received since, as far as the stream keeps them.
 *
 * @param loaded how many of the loaded days; 0 when none
 * @param since how many were received since, among those that the stream keeps; 0 when none
 * @param example the newest of them
 */
public record RejectedGroup(long loaded, long since, Rejection example) {

  private record Kind(String reason, @Nullable String field) {

    static Kind of(Rejection rejection) {
      return new Kind(rejection.reason(), rejection.field());
    }
  }

  private static final Comparator<Rejection> OLDEST_FIRST =
      Comparator.comparing(Rejection::polledAt);

  private static final Comparator<RejectedGroup> LARGEST_FIRST =
      Comparator.comparingLong(RejectedGroup::all)
          .thenComparing(RejectedGroup::example, OLDEST_FIRST)
          .reversed();

  private long all() {
    return loaded + since;
  }

  /**
   * The groups, the largest first; of equal ones that with the newer example.
   *
   * @param loaded what the warehouse counted
   * @param through where that ends, exclusive; null when nothing was counted
   * @param kept what the stream keeps; those before {@code through} are counted already
   */
  public static List<RejectedGroup> of(
      List<RejectedReason> loaded, @Nullable Instant through, List<Rejection> kept) {
    Map<Kind, RejectedGroup> groups = new LinkedHashMap<>();
    for (RejectedReason reason : loaded) {
      Rejection newest = reason.newest();
      groups.put(Kind.of(newest), new RejectedGroup(reason.records(), 0, newest));
    }
    kept.stream()
        .filter(r -> through == null || !r.polledAt().isBefore(through))
        .forEach(r -> groups.merge(Kind.of(r), new RejectedGroup(0, 1, r), RejectedGroup::with));
    List<RejectedGroup> sorted = new ArrayList<>(groups.values());
    sorted.sort(LARGEST_FIRST);
    return List.copyOf(sorted);
  }

  private RejectedGroup with(RejectedGroup more) {
    return new RejectedGroup(
        loaded + more.loaded,
        since + more.since,
        OLDEST_FIRST.compare(example, more.example) < 0 ? more.example : example);
  }
}
