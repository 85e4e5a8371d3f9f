package org.dockline.dashboard.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.live.Subscription;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.PipelineFactsJson;
import org.dockline.station.wire.SnapshotJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code live/} folder. Its pointer is a few hundred bytes and is simply read several times a
 * second: cheaper than it sounds, and right on file systems that send no notices.
 */
public final class LiveFolder implements LiveStations, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFolder.class);
  private static final String NO_POINTER = "no snapshot has been published yet";

  private final SnapshotFolder folder;
  private final List<Consumer<LiveSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live-folder").factory());
  private volatile @Nullable LiveSnapshot current;
  private volatile @Nullable String problem = NO_POINTER;
  private byte[] lastPointer = {};

  /**
   * Reads what is there and begins to watch.
   *
   * @param folder what the stream writes; need not exist yet
   * @param every how often to look
   */
  public LiveFolder(SnapshotFolder folder, Duration every) {
    this.folder = folder;
    ScheduledFuture<?> unused =
        watcher.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Optional<LiveSnapshot> current() {
    return Optional.ofNullable(current);
  }

  @Override
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public Subscription listen(Consumer<LiveSnapshot> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    watcher.shutdownNow();
  }

  /** Looks now, rather than at the next turn; whoever listens has been told when this returns. */
  public synchronized void look() {
    try {
      Optional<byte[]> pointer = folder.find(path(SnapshotLayout.CURRENT));
      if (pointer.isEmpty()) {
        note(NO_POINTER);
        return;
      }
      if (!Arrays.equals(pointer.get(), lastPointer)) {
        follow(SnapshotJson.decodeLivePointer(pointer.get()));
        lastPointer = pointer.get();
      }
      problem = null;
    } catch (NoSuchFileException | FileNotFoundException e) {
      // The file named was swept away, and the next look finds a newer pointer.
      note("a snapshot file is gone: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      note("the snapshot can't be read: " + e.getMessage());
    }
  }

  private void follow(LivePointer pointer) throws IOException {
    LiveSnapshot before = current;
    if (before != null && !LiveSnapshot.follows(pointer.batchId(), pointer.asOf(), before)) {
      LOG.info("Passed over {}: batch {} is shown already", pointer, before.batchId());
      return;
    }
    String pipeline = path(pointer.pipelineFile());
    PipelineFacts facts =
        PipelineFactsJson.decode(
            folder.find(pipeline).orElseThrow(() -> new FileNotFoundException(pipeline)));
    LiveSnapshot next =
        new LiveSnapshot(
            pointer.batchId(),
            pointer.asOf(),
            ObservationFile.readAll(folder.open(path(pointer.stationsFile()))),
            facts);
    current = next;
    listeners.forEach(listener -> listener.accept(next));
  }

  private static String path(String file) {
    return SnapshotLayout.LIVE + "/" + file;
  }

  private void note(String sentence) {
    if (!sentence.equals(problem)) {
      LOG.warn("In {}: {}", folder, sentence);
      problem = sentence;
    }
  }
}
