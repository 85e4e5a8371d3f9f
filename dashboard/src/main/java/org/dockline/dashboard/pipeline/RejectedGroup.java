package org.dockline.dashboard.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Rejected records with the same reason and field.
 *
 * @param reason one short sentence
 * @param field the field at fault; null when the whole record is
 * @param count how many, at least 1
 * @param example the newest of them
 */
public record RejectedGroup(String reason, @Nullable String field, int count, Rejection example) {

  private record Kind(String reason, @Nullable String field) {}

  private static final Comparator<Rejection> OLDEST_FIRST =
      Comparator.comparing(Rejection::polledAt);

  private static final Comparator<RejectedGroup> LARGEST_FIRST =
      Comparator.comparingInt(RejectedGroup::count)
          .thenComparing(RejectedGroup::example, OLDEST_FIRST)
          .reversed();

  /** The groups, the largest first; of equal ones that with the newer example. */
  public static List<RejectedGroup> of(List<Rejection> rejections) {
    Map<Kind, List<Rejection>> kinds = new LinkedHashMap<>();
    rejections.forEach(
        r -> kinds.computeIfAbsent(new Kind(r.reason(), r.field()), k -> new ArrayList<>()).add(r));
    List<RejectedGroup> groups = new ArrayList<>();
    kinds.forEach(
        (kind, all) ->
            groups.add(
                new RejectedGroup(
                    kind.reason(),
                    kind.field(),
                    all.size(),
                    all.stream().max(OLDEST_FIRST).orElseThrow())));
    groups.sort(LARGEST_FIRST);
    return List.copyOf(groups);
  }
}
