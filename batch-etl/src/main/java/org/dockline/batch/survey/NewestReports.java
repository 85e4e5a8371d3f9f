package org.dockline.batch.survey;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.Contract;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;

/** When each contract was polled last, and what was found out about it, as the poller reported. */
public final class NewestReports {

  private final Map<String, Instant> newest = new HashMap<>();
  private final Map<String, Contract> learned = new HashMap<>();

  /** Takes a report in, whether its poll succeeded or not. */
  public void add(PollReport report) {
    newest.merge(report.contract(), report.startedAt(), (a, b) -> a.isBefore(b) ? b : a);
    report.contracts().forEach(contract -> learned.put(contract.name(), contract));
  }

  /** Contracts that no table knows beforehand, as the last reports describe them. */
  public List<Contract> learned() {
    return List.copyOf(learned.values());
  }

  /** Start of the newest poll of that contract or of all; null when none was reported. */
  public @Nullable Instant newest(String contract) {
    Instant own = newest.get(contract);
    Instant all = newest.get(PollReport.ALL);
    return own == null || (all != null && all.isAfter(own)) ? all : own;
  }
}
