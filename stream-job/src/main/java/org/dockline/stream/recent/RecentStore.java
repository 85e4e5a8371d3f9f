package org.dockline.stream.recent;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationSource;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.SnapshotJson;
import org.dockline.stream.files.Leftovers;
import org.dockline.stream.recent.plan.RecentName;
import org.dockline.stream.topic.TopicSlice;

/**
 * Keeps {@code recent/}: every observation of the topic, whether anything newer is known or not. A
 * slice that is written again, after a kill, replaces its own files with the same rows; nothing
 * that was merged before decides what is kept.
 */
public final class RecentStore {

  /** Where a reader looks for the valid files. */
  private static final String MANIFEST = SnapshotLayout.RECENT + '/' + SnapshotLayout.CURRENT;

  /** The order of rows in every recent file. */
  static final Comparator<StationObservation> BY_STATION =
      Comparator.comparing(StationObservation::key).thenComparing(StationObservation.ORDER);

  private final SnapshotFolder folder;
  private final Map<String, String> incarnations;
  private final Map<String, RecentFile> written = new LinkedHashMap<>();
  private final Set<String> ofThisBatch = new HashSet<>();
  private RecentManifest manifest;
  private int batches;

  private RecentStore(
      SnapshotFolder folder, Map<String, String> incarnations, RecentManifest manifest) {
    this.folder = folder;
    this.incarnations = incarnations;
    this.manifest = manifest;
  }

  /**
   * Goes on with what is there.
   *
   * @param manifest as {@link RecentReader} found it
   * @param incarnations of each topic, part of the names of its files
   */
  public static RecentStore open(
      SnapshotFolder folder, Map<String, String> incarnations, RecentManifest manifest) {
    return new RecentStore(folder, Map.copyOf(incarnations), manifest);
  }

  /** A batch begins, hence the one before is committed and never run again. */
  public synchronized void beginBatch() {
    batches++;
    ofThisBatch.clear();
  }

  /**
   * Writes what a slice holds, a file for each date; readers see them after {@link #publish}.
   *
   * @param observations of the slice and of nothing else
   */
  public void write(TopicSlice slice, Collection<StationObservation> observations)
      throws IOException {
    Map<LocalDate, List<StationObservation>> byDate =
        observations.stream()
            .collect(Collectors.groupingBy(RecentStore::date, TreeMap::new, Collectors.toList()));
    for (Map.Entry<LocalDate, List<StationObservation>> e : byDate.entrySet()) {
      String incarnation = incarnations.getOrDefault(slice.part().topic(), "0");
      String path =
          RecentName.slice(e.getKey(), slice.part(), incarnation, slice.from(), slice.to());
      e.getValue().sort(BY_STATION);
      begin(path);
      add(write(path, e.getValue()));
    }
  }

  /** Shows readers what was written. */
  public synchronized void publish(long number, Instant asOf) throws IOException {
    Map<String, RecentFile> files = new LinkedHashMap<>();
    manifest.files().forEach(f -> files.put(f.path(), f));
    files.putAll(written);
    move(new RecentManifest(number, asOf, List.copyOf(files.values())));
    written.clear();
  }

  /**
   * Shows readers {@code fresh} in place of {@code old}; the old files themselves stay.
   *
   * @param old files out of {@link #settled}
   */
  public synchronized void replace(
      Collection<RecentFile> old, Collection<RecentFile> fresh, Instant asOf) throws IOException {
    List<RecentFile> files = new ArrayList<>(manifest.files());
    files.removeAll(old);
    files.addAll(fresh);
    move(new RecentManifest(manifest.batchId(), asOf, files));
  }

  /**
   * The valid files that no batch will write again. None until the second batch of this process:
   * the first may be one that was killed before it was committed, and its files are in the
   * manifest.
   */
  public synchronized List<RecentFile> settled() {
    return batches < 2
        ? List.of()
        : manifest.files().stream().filter(f -> !ofThisBatch.contains(f.path())).toList();
  }

  /**
   * Removes what readers are no longer shown. A file of this batch stays, also one that an earlier
   * attempt at the batch had left: it is about to be written again and shown.
   */
  public synchronized void sweep(Leftovers leftovers, Instant now) throws IOException {
    Set<String> needed =
        Stream.concat(manifest.files().stream().map(RecentFile::path), ofThisBatch.stream())
            .map(path -> SnapshotLayout.RECENT + '/' + path)
            .collect(Collectors.toSet());
    needed.add(MANIFEST);
    needed.add(SnapshotLayout.RECENT + '/' + SnapshotLayout.LOADED_THROUGH);
    leftovers.sweep(needed, now);
  }

  private synchronized void begin(String path) {
    ofThisBatch.add(path);
  }

  private synchronized void add(RecentFile file) {
    written.put(file.path(), file);
  }

  private RecentFile write(String path, List<StationObservation> sorted) throws IOException {
    folder.write(
        SnapshotLayout.RECENT + '/' + path,
        file -> ObservationFile.write(file, ObservationSource.of(sorted)));
    Comparator<Instant> order = Comparator.naturalOrder();
    return new RecentFile(
        path,
        sorted.size(),
        sorted.stream().map(StationObservation::polledAt).min(order).orElseThrow(),
        sorted.stream().map(StationObservation::polledAt).max(order).orElseThrow());
  }

  private void move(RecentManifest next) throws IOException {
    folder.write(MANIFEST, SnapshotJson.encode(next));
    manifest = next;
  }

  private static LocalDate date(StationObservation o) {
    return o.polledAt().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
