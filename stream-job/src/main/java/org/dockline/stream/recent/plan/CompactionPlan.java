package org.dockline.stream.recent.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dockline.station.snapshot.RecentManifest.RecentFile;

/**
 * Which files to merge, so that a reader opens few of them, sorted ones, and their number stays
 * bounded. Slices are merged as soon as a date has {@link #MANY}; every hour what came for today
 * becomes one file, and each earlier date one in all. At a trigger of 10 s that is less than 100
 * files and at 1 s less than 200, and one for each date before yesterday. What the running batch
 * has written comes on top: one file for each 10,000 records and date.
 */
public final class CompactionPlan {

  /** So many slices of one date are merged at once, without waiting for the hour. */
  static final int MANY = 32;

  /** The most files that are read side by side: each takes memory. */
  static final int WIDEST = 64;

  private static final Comparator<RecentFile> SMALL_FIRST =
      Comparator.comparingLong(RecentFile::rows).thenComparing(RecentFile::path);

  private CompactionPlan() {}

  /** The merges of slices that can't wait: of each date with many of them. */
  public static List<Merge> urgent(Collection<RecentFile> files) {
    return byDate(files).entrySet().stream()
        .flatMap(e -> merge(e.getKey(), Tier.RUN, e.getValue(), MANY, Tier.SLICE::equals).stream())
        .toList();
  }

  /**
   * The merges of a full hour: what came for today becomes one file, and so does each earlier date.
   * A date of very many files takes several rounds.
   *
   * @param today the UTC date
   */
  public static List<Merge> hourly(Collection<RecentFile> files, LocalDate today) {
    return byDate(files).entrySet().stream()
        .flatMap(e -> hourly(e.getKey(), e.getValue(), today).stream())
        .toList();
  }

  private static Optional<Merge> hourly(LocalDate date, List<RecentFile> files, LocalDate today) {
    return date.isBefore(today)
        ? merge(date, Tier.DAY, files, 2, any -> true)
        : merge(date, Tier.HOUR, files, 2, tier -> tier.compareTo(Tier.HOUR) < 0);
  }

  private static Optional<Merge> merge(
      LocalDate date, Tier to, List<RecentFile> files, int atLeast, Predicate<Tier> which) {
    List<RecentFile> matching =
        files.stream()
            .filter(f -> which.test(RecentName.tier(f.path())))
            .sorted(SMALL_FIRST)
            .toList();
    if (matching.size() < atLeast) {
      return Optional.empty();
    }
    List<RecentFile> inputs = matching.subList(0, Math.min(WIDEST, matching.size()));
    Tier tier = inputs.size() < matching.size() ? Tier.RUN : to;
    List<String> paths = inputs.stream().map(RecentFile::path).toList();
    return Optional.of(new Merge(inputs, RecentName.merged(date, tier, paths)));
  }

  private static Map<LocalDate, List<RecentFile>> byDate(Collection<RecentFile> files) {
    return files.stream()
        .collect(
            Collectors.groupingBy(
                f -> RecentName.date(f.path()), TreeMap::new, Collectors.toList()));
  }
}
