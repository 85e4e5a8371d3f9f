package org.dockline.batch.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dockline.batch.reconcile.RecentObservations;
import org.dockline.batch.reconcile.StationMerge;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.wire.Fingerprint;

/** {@code recent/}, and what it should hold: UTC dates go as a whole, the oldest first. */
final class RecentPlace {

  private static final RecentManifest NOTHING = new RecentManifest(0, Instant.EPOCH, List.of());

  private final RecentObservations recent;
  private final Map<Integer, Long> readTo = new HashMap<>();
  private final Set<LocalDate> dates;

  /**
   * Looks how far it reaches; to be done before topic and archive are asked, which then hold all
   * that it may.
   *
   * @param topic the topic of observations
   */
  RecentPlace(SnapshotFolder folder, String topic) {
    this.recent = new RecentObservations(folder);
    try {
      recent.facts().stream()
          .flatMap(facts -> facts.topics().stream())
          .filter(progress -> progress.topic().equals(topic))
          .forEach(progress -> readTo.put(progress.partition(), progress.readTo()));
      this.dates = newestDates(recent.manifest().orElse(NOTHING));
    } catch (IOException e) {
      throw new UncheckedIOException("The snapshots can't be read, check SNAPSHOT_DIR", e);
    }
  }

  /** Those without a gap before the newest: late data may open an older date again. */
  private static Set<LocalDate> newestDates(RecentManifest manifest) {
    TreeSet<LocalDate> held = new TreeSet<>();
    manifest
        .files()
        .forEach(
            file -> {
              held.add(LocalDate.ofInstant(file.firstPolledAt(), ZoneOffset.UTC));
              held.add(LocalDate.ofInstant(file.lastPolledAt(), ZoneOffset.UTC));
            });
    Set<LocalDate> newest = new TreeSet<>();
    for (LocalDate date : held.descendingSet()) {
      if (newest.isEmpty() || newest.contains(date.plusDays(1))) {
        newest.add(date);
      }
    }
    return newest;
  }

  /** Whether it should hold a record of the topic. */
  boolean shouldHold(StationObservation o, int partition, long offset) {
    return offset < readTo.getOrDefault(partition, 0L)
        && dates.contains(LocalDate.ofInstant(o.polledAt(), ZoneOffset.UTC));
  }

  /** Meets what it holds of the days of a portion. */
  void read(Portion portion, Map<String, Evidence> evidence) {
    for (Evidence of : evidence.values()) {
      try (StationMerge merged = recent.open(recent.manifest().orElse(NOTHING), of.day())) {
        for (StationKey key = merged.nextKey(); key != null; key = merged.nextKey()) {
          for (StationObservation o : merged.take(key)) {
            if (portion.holds(key) && of.counts(o)) {
              of.holds(Place.RECENT, Fingerprint.of(o));
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The snapshots can't be read, check SNAPSHOT_DIR", e);
      }
    }
  }
}
