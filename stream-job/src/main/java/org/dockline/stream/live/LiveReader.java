package org.dockline.stream.live;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.dockline.station.LatestObservations;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationReader;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.wire.PipelineFactsJson;
import org.dockline.station.wire.SnapshotJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the current live snapshot, to go on from it. */
public final class LiveReader {

  private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);

  private final SnapshotFolder folder;

  /** Reads this folder. */
  public LiveReader(SnapshotFolder folder) {
    this.folder = folder;
  }

  /** The current snapshot; empty when there is none, or when any part of it can't be read. */
  public Optional<LiveSnapshot> find() {
    try {
      Optional<byte[]> text = folder.find(LiveName.CURRENT);
      return text.isEmpty() ? Optional.empty() : Optional.of(read(text.get()));
    } catch (IOException | RuntimeException e) {
      // Parquet says with RuntimeExceptions that a file is none of its own.
      LOG.error("The live snapshot can't be read: {}", e.toString());
      return Optional.empty();
    }
  }

  private LiveSnapshot read(byte[] text) throws IOException {
    LivePointer pointer = SnapshotJson.decodeLivePointer(text);
    LatestObservations latest = new LatestObservations();
    addAll(latest, pointer.stationsFile());
    addAll(latest, LiveName.rest(pointer));
    return new LiveSnapshot(pointer, latest, facts(pointer.pipelineFile()));
  }

  private PipelineFacts facts(String file) throws IOException {
    byte[] text =
        folder.find(LiveName.path(file)).orElseThrow(() -> new FileNotFoundException(file));
    return PipelineFactsJson.decode(text);
  }

  private void addAll(LatestObservations latest, String file) throws IOException {
    try (ObservationReader rows = ObservationFile.read(folder.open(LiveName.path(file)))) {
      for (StationObservation o = rows.next(); o != null; o = rows.next()) {
        latest.add(o);
      }
    }
  }
}
