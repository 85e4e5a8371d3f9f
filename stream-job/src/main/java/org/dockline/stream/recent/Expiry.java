package org.dockline.stream.recent;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.SnapshotJson;
import org.dockline.stream.recent.plan.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes dates out of {@code recent/} that the warehouse has had for long; see {@link Retention}.
 */
public final class Expiry {

  private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

  private static final String LOADED = SnapshotLayout.RECENT + '/' + SnapshotLayout.LOADED_THROUGH;

  private final SnapshotFolder folder;
  private final RecentStore store;
  private final Clock clock;

  /** Works on the files of {@code store}, which are in {@code folder}. */
  public Expiry(SnapshotFolder folder, RecentStore store, Clock clock) {
    this.folder = folder;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes out what may go.
   *
   * @param newest the newest poll of each contract that was ever seen
   */
  public void run(Map<String, Instant> newest) throws IOException {
    Instant now = clock.instant();
    List<RecentFile> expired = Retention.expired(store.settled(), loadedThrough(), newest, now);
    if (!expired.isEmpty()) {
      store.replace(expired, List.of(), now);
      LOG.info("{} recent files of loaded days are no longer needed", expired.size());
    }
  }

  /** What can't be read counts as nothing loaded: then everything is kept longer. */
  private Map<String, Instant> loadedThrough() throws IOException {
    Optional<byte[]> text = folder.find(LOADED);
    try {
      return text.isEmpty() ? Map.of() : SnapshotJson.decodeLoadedThrough(text.get());
    } catch (IOException e) {
      LOG.warn("{} can't be read, so no day is dropped early: {}", LOADED, e.getMessage());
      return Map.of();
    }
  }
}
