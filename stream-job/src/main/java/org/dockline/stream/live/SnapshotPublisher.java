package org.dockline.stream.live;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationSource;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.wire.PipelineFactsJson;
import org.dockline.station.wire.SnapshotJson;
import org.dockline.stream.files.Leftovers;
import org.jspecify.annotations.Nullable;

/**
 * Publishes live snapshots: files that nobody names yet, then the pointer. Publications are
 * numbered without end, also over restarts, so that a reader can tell which of two is the newer
 * one.
 */
public final class SnapshotPublisher {

  private static final int KEPT = 4;

  private final SnapshotFolder folder;
  private final Deque<LivePointer> shown = new ArrayDeque<>();
  private @Nullable String stationsFile;
  private long next;

  /**
   * Starts.
   *
   * @param current where the pointer stands; null when it stands nowhere
   * @param next number of the next publication; greater than any before
   */
  public SnapshotPublisher(SnapshotFolder folder, @Nullable LivePointer current, long next) {
    this.folder = folder;
    this.next = next;
    if (current != null) {
      shown.add(current);
      stationsFile = current.stationsFile();
    }
  }

  /** Number of the next publication. */
  public synchronized long next() {
    return next;
  }

  /** Whether stations were ever published, so that facts alone may follow. */
  public synchronized boolean hasStations() {
    return stationsFile != null;
  }

  /**
   * Publishes stations and facts.
   *
   * @param present what readers see
   * @param rest what merging has to remember beside it
   * @param facts numbered {@link #next}
   */
  public synchronized void publish(
      Collection<StationObservation> present,
      Collection<StationObservation> rest,
      PipelineFacts facts)
      throws IOException {
    String stations = LiveName.stations(next);
    write(LiveName.rest(stations), rest);
    write(stations, present);
    publish(stations, facts);
  }

  /** Publishes facts beside the stations that were published before. */
  public synchronized void publish(PipelineFacts facts) throws IOException {
    if (stationsFile == null) {
      throw new IllegalStateException("No stations have been published yet");
    }
    publish(stationsFile, facts);
  }

  /** Removes what readers are no longer shown; nothing is published meanwhile. */
  public synchronized void sweep(Leftovers leftovers, Instant now) throws IOException {
    leftovers.sweep(kept(), now);
  }

  /** Paths of what readers may hold: the current snapshot and the few before it. */
  synchronized Set<String> kept() {
    return Stream.concat(
            Stream.of(LiveName.CURRENT),
            shown.stream()
                .flatMap(p -> Stream.of(p.stationsFile(), p.pipelineFile(), LiveName.rest(p)))
                .map(LiveName::path))
        .collect(Collectors.toSet());
  }

  private void publish(String stations, PipelineFacts facts) throws IOException {
    String pipeline = LiveName.pipeline(next);
    folder.write(LiveName.path(pipeline), PipelineFactsJson.encode(facts));
    LivePointer pointer = new LivePointer(stations, pipeline, next, facts.asOf());
    folder.write(LiveName.CURRENT, SnapshotJson.encode(pointer));
    stationsFile = stations;
    next++;
    shown.addLast(pointer);
    if (shown.size() > KEPT) {
      shown.removeFirst();
    }
  }

  private void write(String file, Collection<StationObservation> observations) throws IOException {
    folder.write(
        LiveName.path(file), out -> ObservationFile.write(out, ObservationSource.of(observations)));
  }
}
