package org.dockline.stream.recent;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationReader;
import org.dockline.station.files.ObservationSource;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.stream.recent.plan.CompactionPlan;
import org.dockline.stream.recent.plan.Merge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes few sorted files out of many. A merge reads files that nobody changes, writes a new one and
 * then moves the manifest, so that killed at any point it has done all or nothing.
 */
public final class Compactor {

  private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);

  private final SnapshotFolder folder;
  private final RecentStore store;
  private final Clock clock;

  /** Works on the files of {@code store}, which are in {@code folder}. */
  public Compactor(SnapshotFolder folder, RecentStore store, Clock clock) {
    this.folder = folder;
    this.store = store;
    this.clock = clock;
  }

  /** Merges slices of which there are too many to wait for the hour. */
  public void urgent() throws IOException {
    for (Merge merge : CompactionPlan.urgent(store.settled())) {
      run(merge);
    }
  }

  /** Merges what a full hour brought, in as many rounds as it takes. */
  public void hourly() throws IOException {
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    List<Merge> merges = CompactionPlan.hourly(store.settled(), today);
    while (!merges.isEmpty()) {
      for (Merge merge : merges) {
        run(merge);
      }
      merges = CompactionPlan.hourly(store.settled(), today);
    }
  }

  private void run(Merge merge) throws IOException {
    List<ObservationReader> readers = new ArrayList<>();
    try {
      for (RecentFile input : merge.inputs()) {
        readers.add(ObservationFile.read(folder.open(SnapshotLayout.RECENT + '/' + input.path())));
      }
      RecentFile merged = write(merge.output(), new MergedObservations(readers));
      store.replace(merge.inputs(), List.of(merged), clock.instant());
      LOG.debug("{} files became {}", merge.inputs().size(), merged);
    } finally {
      for (ObservationReader reader : readers) {
        reader.close();
      }
    }
  }

  private RecentFile write(String path, ObservationSource merged) throws IOException {
    Measured measured = new Measured(merged);
    folder.write(SnapshotLayout.RECENT + '/' + path, file -> ObservationFile.write(file, measured));
    return new RecentFile(path, measured.rows, measured.first, measured.last);
  }

  /** Hands observations on and notes what the manifest says of them. */
  private static final class Measured implements ObservationSource {

    private final ObservationSource source;
    private long rows;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    Measured(ObservationSource source) {
      this.source = source;
    }

    @Override
    public @Nullable StationObservation next() throws IOException {
      StationObservation next = source.next();
      if (next != null) {
        rows++;
        first = next.polledAt().isBefore(first) ? next.polledAt() : first;
        last = next.polledAt().isAfter(last) ? next.polledAt() : last;
      }
      return next;
    }
  }
}
