package org.dockline.station.dimension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.StationVersion;
import org.jspecify.annotations.Nullable;

/**
 * All versions of one station, in order, equal neighbours as one: what the versions of every loaded
 * day come to, put one after another.
 *
 * <p>{@link #withDay} keeps that true for any order of loads and re-loads. What a day said may be
 * hidden, because the version before it said the same; when that one goes, the hidden one must come
 * to light. The opening of the next loaded day is enough to find it again, so not every day's
 * versions need to be kept.
 *
 * @param versions in {@link DatedVersion#ORDER}, no two neighbours the same
 */
public record StationHistory(List<DatedVersion> versions) {

  /**
   * Replaces what one day said.
   *
   * @param day the local day
   * @param said its versions in time order; empty when it said nothing
   * @param next the first loaded day after it that said anything; null when there is none
   */
  public StationHistory withDay(
      LocalDate day, List<StationVersion> said, @Nullable DayOpening next) {
    List<DatedVersion> before = versions.stream().filter(v -> v.since().isBefore(day)).toList();
    List<DatedVersion> after = versions.stream().filter(v -> v.since().isAfter(day)).toList();
    List<DatedVersion> all = new ArrayList<>(before);
    said.forEach(version -> all.add(new DatedVersion(version, day)));
    if (next != null && !opens(after, next)) {
      versions.stream()
          .filter(v -> !v.since().isAfter(day))
          .reduce((first, second) -> second)
          .ifPresent(hiding -> all.add(broughtToLight(hiding, next)));
    }
    all.addAll(after);
    return new StationHistory(collapsed(all));
  }

  private static boolean opens(List<DatedVersion> after, DayOpening next) {
    return !after.isEmpty()
        && after.getFirst().since().equals(next.date())
        && after.getFirst().version().validFrom().equals(next.firstVersionAt());
  }

  private static DatedVersion broughtToLight(DatedVersion hiding, DayOpening next) {
    StationVersion v = hiding.version();
    Instant from = next.firstVersionAt();
    return new DatedVersion(
        new StationVersion(v.key(), v.place(), v.capacity(), v.banking(), v.bonus(), from),
        next.date());
  }

  /** Of equal neighbours the first stays; of a day's versions that begin at once, the last. */
  private static List<DatedVersion> collapsed(List<DatedVersion> all) {
    List<DatedVersion> kept = new ArrayList<>();
    for (DatedVersion v : all) {
      if (!kept.isEmpty() && DatedVersion.ORDER.compare(kept.getLast(), v) == 0) {
        kept.removeLast();
      }
      if (kept.isEmpty() || !kept.getLast().version().sameAs(v.version())) {
        kept.add(v);
      }
    }
    return List.copyOf(kept);
  }
}
