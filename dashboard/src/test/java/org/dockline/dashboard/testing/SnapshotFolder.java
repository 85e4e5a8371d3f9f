package org.dockline.dashboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.io.LocalOutputFile;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationSource;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.PipelineFactsJson;
import org.dockline.station.wire.SnapshotJson;

/** Writes {@code live/} and {@code recent/} as the stream does. */
public final class SnapshotFolder {

  private final Path live;
  private final Path recent;
  private final List<RecentFile> recentFiles = new ArrayList<>();

  /** Below that folder, which is made. */
  public SnapshotFolder(Path folder) {
    live = folder.resolve(SnapshotLayout.LIVE);
    recent = folder.resolve(SnapshotLayout.RECENT);
    try {
      Files.createDirectories(live);
      Files.createDirectories(recent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the live files are. */
  public Path live() {
    return live;
  }

  /** Where the recent files are. */
  public Path recent() {
    return recent;
  }

  /** Publishes a snapshot: whole files first, then the pointer. */
  public void publish(Collection<StationObservation> stations, PipelineFacts facts) {
    LivePointer pointer =
        new LivePointer(
            "stations-" + facts.batchId() + ".parquet",
            "pipeline-" + facts.batchId() + ".json",
            facts.batchId(),
            facts.asOf());
    try {
      write(live.resolve(pointer.stationsFile()), stations);
      Files.write(live.resolve(pointer.pipelineFile()), PipelineFactsJson.encode(facts));
      point(live, SnapshotJson.encode(pointer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Points at files whether they are there or not. */
  public void pointAt(LivePointer pointer) throws IOException {
    point(live, SnapshotJson.encode(pointer));
  }

  /** Adds a file of observations to {@code recent/}. */
  public void append(String name, Collection<StationObservation> observations, Instant asOf) {
    try {
      Files.createDirectories(recent.resolve(name).getParent());
      write(recent.resolve(name), observations);
      recentFiles.add(
          new RecentFile(
              name, observations.size(), edge(observations, false), edge(observations, true)));
      point(recent, SnapshotJson.encode(new RecentManifest(recentFiles.size(), asOf, recentFiles)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts these files in place of all that were named before. */
  public void compactTo(String name, Collection<StationObservation> observations, Instant asOf) {
    recentFiles.clear();
    append(name, observations, asOf);
  }

  private static Instant edge(Collection<StationObservation> observations, boolean last) {
    Comparator<Instant> order = Comparator.naturalOrder();
    return observations.stream()
        .map(StationObservation::polledAt)
        .max(last ? order : order.reversed())
        .orElse(Instant.EPOCH);
  }

  private static void point(Path folder, byte[] content) throws IOException {
    Path next = folder.resolve("CURRENT.next");
    Files.write(next, content);
    Files.move(
        next,
        folder.resolve(SnapshotLayout.CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Path file, Collection<StationObservation> observations)
      throws IOException {
    ObservationFile.write(
        new LocalOutputFile(file), ObservationSource.of(List.copyOf(observations)));
  }
}
