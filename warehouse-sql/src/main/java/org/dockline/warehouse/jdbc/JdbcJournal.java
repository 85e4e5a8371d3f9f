package org.dockline.warehouse.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dockline.warehouse.LoadJournal;
import org.dockline.warehouse.LoadLock;
import org.dockline.warehouse.LoadProgress;
import org.dockline.warehouse.LoadRun;

/** Runs, progress and the right to load. */
final class JdbcJournal implements LoadJournal {

  private final Database database;
  private final Clock clock;

  JdbcJournal(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public LoadLock lock(String holder, Duration patience) {
    return JdbcLoadLock.take(database, holder, patience, clock.instant());
  }

  @Override
  public void noteProgress(LoadProgress progress) {
    database.tell(
        "note the progress of " + progress.loadId(), sql -> ProgressRows.save(sql, progress));
  }

  @Override
  public List<LoadProgress> listProgress(int limit) {
    List<LoadProgress> noted =
        limit == 0
            ? List.of()
            : database.ask("list how loads progress", sql -> ProgressRows.list(sql, limit));
    return noted.stream().map(progress -> progress.asOf(clock.instant())).toList();
  }

  @Override
  public void recordRun(LoadRun run) {
    database.tell(
        "note a load of " + run.contract() + " " + run.date(), sql -> LoadRunRows.add(sql, run));
  }

  @Override
  public List<LoadRun> listRuns(int limit) {
    return limit == 0
        ? List.of()
        : database.ask("list the loads", sql -> LoadRunRows.list(sql, limit));
  }
}
