package org.dockline.batch.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dockline.station.ContractDay;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationReader;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.PipelineFactsJson;
import org.dockline.station.wire.SnapshotJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code recent/} and what the speed chain says of its progress, as any reader does. */
public final class RecentObservations {

  private static final Logger LOG = LoggerFactory.getLogger(RecentObservations.class);

  private final SnapshotFolder folder;

  /** Reads that snapshot folder. */
  public RecentObservations(SnapshotFolder folder) {
    this.folder = folder;
  }

  /** What is valid now; empty when the speed chain has published nothing. */
  public Optional<RecentManifest> manifest() throws IOException {
    Optional<byte[]> text = folder.find(recent(SnapshotLayout.CURRENT));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(SnapshotJson.decodeRecentManifest(text.get()));
  }

  /** How far it has read; empty when it has not said. */
  public Optional<PipelineFacts> facts() throws IOException {
    Optional<byte[]> pointer = folder.find(live(SnapshotLayout.CURRENT));
    if (pointer.isEmpty()) {
      return Optional.empty();
    }
    String file = SnapshotJson.decodeLivePointer(pointer.get()).pipelineFile();
    Optional<byte[]> text = folder.find(live(file));
    return text.isEmpty() ? Optional.empty() : Optional.of(PipelineFactsJson.decode(text.get()));
  }

  /** Opens everything that may tell of a day, as one; files that are gone are told and left out. */
  public StationMerge open(RecentManifest manifest, ContractDay day) throws IOException {
    Set<String> there = new HashSet<>(folder.list(SnapshotLayout.RECENT));
    List<ObservationReader> readers = new ArrayList<>();
    try {
      for (RecentFile file : manifest.files()) {
        if (tellsOf(day, file) && !there.contains(recent(file.path()))) {
          LOG.warn("The speed chain lists {}, which is not there", file.path());
        } else if (tellsOf(day, file)) {
          readers.add(
              ObservationFile.openContract(folder.open(recent(file.path())), day.contract()));
        }
      }
      return new StationMerge(readers);
    } catch (IOException e) {
      for (ObservationReader reader : readers) {
        reader.close();
      }
      throw e;
    }
  }

  private static boolean tellsOf(ContractDay day, RecentFile file) {
    return !file.lastPolledAt().isBefore(day.polledFrom())
        && file.firstPolledAt().isBefore(day.settledAt());
  }

  private static String recent(String path) {
    return SnapshotLayout.RECENT + '/' + path;
  }

  private static String live(String path) {
    return SnapshotLayout.LIVE + '/' + path;
  }
}
