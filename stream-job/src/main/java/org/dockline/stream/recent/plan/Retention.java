package org.dockline.stream.recent.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dockline.station.snapshot.RecentManifest.RecentFile;

/**
 * Which recent files are no longer needed.
 *
 * <p>A UTC date goes when every contract is loaded two days beyond its end, or has nothing that is
 * not loaded; but never before 53 hours have passed since its end: at 05:00 in Brussels the newest
 * complete day of a contract west of UTC-1 is two dates back. A contract that was never loaded
 * holds a date back for nine days (the topic keeps eight, so the batch can't load it from there any
 * more); one that was loaded before holds it back until it is loaded again.
 */
public final class Retention {

  static final Duration ALWAYS_KEPT = Duration.ofHours(53);
  static final Duration BEYOND_LOADED = Duration.ofDays(2);
  static final Duration WITHOUT_LOADS = Duration.ofDays(9);

  private Retention() {}

  /**
   * The files of all dates that may go.
   *
   * @param loadedThrough up to when the warehouse has each contract, exclusive
   * @param newest the newest poll of each contract that the stream has ever seen
   */
  public static List<RecentFile> expired(
      Collection<RecentFile> files,
      Map<String, Instant> loadedThrough,
      Map<String, Instant> newest,
      Instant now) {
    return files.stream()
        .filter(f -> mayGo(end(RecentName.date(f.path())), loadedThrough, newest, now))
        .toList();
  }

  private static boolean mayGo(
      Instant end, Map<String, Instant> loadedThrough, Map<String, Instant> newest, Instant now) {
    if (now.isBefore(end.plus(ALWAYS_KEPT))) {
      return false;
    }
    boolean longAgo = !now.isBefore(end.plus(WITHOUT_LOADS));
    if (newest.isEmpty()) {
      return longAgo;
    }
    return newest.entrySet().stream()
        .allMatch(
            contract -> {
              Instant loaded = loadedThrough.get(contract.getKey());
              return loaded == null
                  ? longAgo
                  : !loaded.isBefore(end.plus(BEYOND_LOADED))
                      || loaded.isAfter(contract.getValue());
            });
  }

  private static Instant end(LocalDate date) {
    return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
