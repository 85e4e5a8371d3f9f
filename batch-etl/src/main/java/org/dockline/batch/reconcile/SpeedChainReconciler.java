package org.dockline.batch.reconcile;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dockline.batch.load.Reconciled;
import org.dockline.batch.load.Reconciler;
import org.dockline.batch.load.StationRun;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.flow.StationClose;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the hours of a loaded day once more, from {@code recent/}, with the same rule and the
 * same seeds, and counts those that differ. Both chains read the same topic, so none should.
 */
public final class SpeedChainReconciler implements Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(SpeedChainReconciler.class);

  /** How often to begin again when files are merged into others under our hands. */
  private static final int ATTEMPTS = 3;

  private final RecentObservations recent;
  private final Warehouse warehouse;
  private final String topic;

  /**
   * Reads that snapshot folder.
   *
   * @param warehouse holds the day and its seeds
   * @param topic the topic of observations that both chains read
   */
  public SpeedChainReconciler(SnapshotFolder snapshots, Warehouse warehouse, String topic) {
    this.recent = new RecentObservations(snapshots);
    this.warehouse = warehouse;
    this.topic = topic;
  }

  @Override
  public Reconciled compare(ContractDay day, SurveyedLog log) {
    try {
      return attempt(day, log);
    } catch (IOException | WarehouseException | IllegalArgumentException e) {
      LOG.debug("Comparing failed", e);
      return Reconciled.notCompared(String.valueOf(e.getMessage()));
    }
  }

  private Reconciled attempt(ContractDay day, SurveyedLog log) throws IOException {
    // In this order: the manifest then holds at least what the facts speak of.
    Optional<PipelineFacts> facts = recent.facts();
    Optional<RecentManifest> manifest = recent.manifest();
    if (facts.isEmpty() || manifest.isEmpty()) {
      return Reconciled.notCompared("the speed chain has published nothing");
    }
    Optional<String> gap =
        Coverage.gap(
            day,
            firstPolled(day, log),
            log.extent(day).ranges(),
            topic,
            manifest.get(),
            facts.get());
    return gap.isPresent() ? Reconciled.notCompared(gap.get()) : compare(day, manifest.get());
  }

  private static Instant firstPolled(ContractDay day, SurveyedLog log) {
    ContractLog contract = log.contracts().get(day.contract());
    return contract == null ? day.polledFrom() : contract.firstPolled();
  }

  private Reconciled compare(ContractDay day, RecentManifest manifest) throws IOException {
    RecentManifest valid = manifest;
    for (int i = 1; i < ATTEMPTS; i++) {
      Reconciled result = compareOnce(day, valid);
      RecentManifest now = recent.manifest().orElse(valid);
      if (Long.valueOf(0).equals(result.differing()) || now.files().equals(valid.files())) {
        return result;
      }
      valid = now;
    }
    return compareOnce(day, valid);
  }

  private Reconciled compareOnce(ContractDay day, RecentManifest manifest) throws IOException {
    Map<StationKey, StationClose> seeds = warehouse.closes(day.contract(), day.previous().date());
    Map<StationKey, List<StationHour>> batch =
        warehouse.listHours(day).stream()
            .collect(Collectors.groupingBy(StationHour::key, TreeMap::new, Collectors.toList()));
    NavigableSet<StationKey> known = new TreeSet<>(batch.keySet());
    known.addAll(seeds.keySet());
    HourDifferences differences = new HourDifferences();
    try (StationMerge merged = recent.open(manifest, day)) {
      for (StationKey key = next(known, merged); key != null; key = next(known, merged)) {
        known.remove(key);
        List<StationHour> speed = hours(key, day, seeds, merged.take(key));
        differences.add(key, batch.getOrDefault(key, List.of()), speed);
      }
    }
    return differences.result();
  }

  /** The next station that either side knows; null at the end. */
  private static @Nullable StationKey next(NavigableSet<StationKey> known, StationMerge merged) {
    StationKey recorded = merged.nextKey();
    if (known.isEmpty()) {
      return recorded;
    }
    StationKey first = known.getFirst();
    return recorded == null || first.compareTo(recorded) < 0 ? first : recorded;
  }

  private static List<StationHour> hours(
      StationKey key,
      ContractDay day,
      Map<StationKey, StationClose> seeds,
      List<StationObservation> observations) {
    StationClose seed = seeds.get(key);
    return new StationRun(key, seed == null ? Map.of() : Map.of(day.date(), seed))
        .days(List.of(day), observations).stream()
            .flatMap(station -> StationHour.of(station).stream())
            .toList();
  }
}
