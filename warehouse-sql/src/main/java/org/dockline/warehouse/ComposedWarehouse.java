package org.dockline.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dockline.station.PollHour;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;

/** A warehouse whose journal, facts of polls and served rows are parts of their own. */
public abstract class ComposedWarehouse implements Warehouse {

  private final LoadJournal journal;
  private final PollFacts pollFacts;
  private final ServedRows served;

  /** Made of its parts. */
  protected ComposedWarehouse(LoadJournal journal, PollFacts pollFacts, ServedRows served) {
    this.journal = journal;
    this.pollFacts = pollFacts;
    this.served = served;
  }

  @Override
  public final LoadLock lock(String holder, Duration patience) {
    return journal.lock(holder, patience);
  }

  @Override
  public final void noteProgress(LoadProgress progress) {
    journal.noteProgress(progress);
  }

  @Override
  public final List<LoadProgress> listProgress(int limit) {
    return journal.listProgress(limit);
  }

  @Override
  public final void recordRun(LoadRun run) {
    journal.recordRun(run);
  }

  @Override
  public final List<LoadRun> listRuns(int limit) {
    return journal.listRuns(limit);
  }

  @Override
  public final void replacePollHours(
      String contract, Instant from, Instant to, List<PollHour> hours) {
    pollFacts.replacePollHours(contract, from, to, hours);
  }

  @Override
  public final List<PollHour> listPollHours(String contract, Instant from, Instant to) {
    return pollFacts.listPollHours(contract, from, to);
  }

  @Override
  public final void saveRejected(List<RejectedRecord> records) {
    pollFacts.saveRejected(records);
  }

  @Override
  public final List<RejectedRecord> listRejected(Instant from, Instant to, int limit) {
    return pollFacts.listRejected(from, to, limit);
  }

  @Override
  public final List<StationPoint> listPoints(StationKey key, Instant from, Instant to) {
    return served.listPoints(key, from, to);
  }

  @Override
  public final List<StationHour> listHours(StationKey key, Instant from, Instant to) {
    return served.listHours(key, from, to);
  }

  @Override
  public final Map<StationKey, List<StationPoint>> listContractPoints(
      String contract, Instant from, Instant to) {
    return served.listContractPoints(contract, from, to);
  }

  @Override
  public final List<FlowTotals> listContractHours(String contract, Instant from, Instant to) {
    return served.listContractHours(contract, from, to);
  }
}
