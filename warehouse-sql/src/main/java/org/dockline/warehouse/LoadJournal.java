package org.dockline.warehouse;

import java.time.Duration;
import java.util.List;

/** What is noted of loads, and how they keep out of each other's way. */
public interface LoadJournal {

  /**
   * Takes the right to load, of which there is one. Whoever gets it knows that no other load lives:
   * loads that are still noted as running are noted as {@link LoadProgress.Status#DIED}, and what
   * loads before this one left in staging is discarded; should the process of such a load live
   * after all, {@link Warehouse#replaceDay} refuses it.
   *
   * @param holder says who loads, for the error of another: {@code load-…, process 4711 on host}
   * @param patience how long to wait for the right
   * @throws WarehouseException when another load holds it for longer, naming that
   */
  LoadLock lock(String holder, Duration patience);

  /** Notes how far a load has come; what was noted of the same load before is replaced. */
  void noteProgress(LoadProgress progress);

  /** The last loads as they look now, the one that began last first. */
  List<LoadProgress> listProgress(int limit);

  /** Notes how a load of one day went, also when it failed. */
  void recordRun(LoadRun run);

  /** The last runs, newest first. */
  List<LoadRun> listRuns(int limit);
}
