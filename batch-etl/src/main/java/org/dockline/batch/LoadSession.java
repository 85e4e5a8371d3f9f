package org.dockline.batch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dockline.batch.archive.ArchiveDaySource;
import org.dockline.batch.files.LoadedThroughFile;
import org.dockline.batch.kafka.KafkaDaySource;
import org.dockline.batch.load.DayLoad;
import org.dockline.batch.load.LoadParts;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LoadResult;
import org.dockline.batch.log.JoinedLog;
import org.dockline.batch.log.LogPart;
import org.dockline.batch.reconcile.SpeedChainReconciler;
import org.dockline.batch.sql.JdbcStaging;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.warehouse.LoadLock;
import org.dockline.warehouse.Warehouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One load, put together from the settings. */
final class LoadSession {
  private static final Logger LOG = LoggerFactory.getLogger(LoadSession.class);

  /** Long enough for a load that was killed to be noticed. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final BatchSettings batch;
  private final Warehouse warehouse;
  private final Clock clock;

  LoadSession(BatchSettings batch, Warehouse warehouse, Clock clock) {
    this.batch = batch;
    this.warehouse = warehouse;
    this.clock = clock;
  }

  /** From the archive, and what it lacks from Kafka. */
  LoadResult loadFromAll(LoadRequest request) {
    return load(List.of(archive(), new KafkaDaySource(batch.kafka())), request);
  }

  /** From the archive alone. */
  LoadResult loadFromArchive(LoadRequest request) {
    return load(List.of(archive()), request);
  }

  @SuppressWarnings("try") // The lock is held, not used.
  private LoadResult load(List<LogPart> from, LoadRequest request) {
    long process = ProcessHandle.current().pid();
    String loadId = "load-" + clock.instant() + "-" + process;
    try (LoadLock lock = warehouse.lock(loadId + ", process " + process, PATIENCE);
        LazySession spark = new LazySession(batch.sparkMaster())) {
      SnapshotFolder snapshots = batch.snapshots().open();
      LoadParts parts =
          new LoadParts(
              new JoinedLog(from, batch.catalogue(), clock),
              warehouse,
              new JdbcStaging(batch.warehouse()),
              spark,
              new LoadedThroughFile(snapshots),
              new SpeedChainReconciler(snapshots, warehouse, batch.kafka().stationsTopic()),
              loadId,
              batch.sizes(),
              clock);
      LoadResult result = new DayLoad(parts, batch.catalogue()).run(request);
      long gone = warehouse.expireObservations(batch.observationDays());
      if (gone > 0) {
        LOG.info("{} observations older than {} days are gone", gone, batch.observationDays());
      }
      return result;
    }
  }

  private ArchiveDaySource archive() {
    return new ArchiveDaySource(batch.archiveFolder(), batch.topics());
  }
}
