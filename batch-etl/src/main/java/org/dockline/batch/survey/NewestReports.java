package org.dockline.batch.survey;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;

/** When each contract was polled last, as the poller reported it. */
public final class NewestReports {

  private final Map<String, Instant> newest = new HashMap<>();

  /** Takes a report in, whether its poll succeeded or not. */
  public void add(PollReport report) {
    newest.merge(report.contract(), report.startedAt(), (a, b) -> a.isBefore(b) ? b : a);
  }

  /** Start of the newest poll of that contract or of all; null when none was reported. */
  public @Nullable Instant newest(String contract) {
    Instant own = newest.get(contract);
    Instant all = newest.get(PollReport.ALL);
    return own == null || (all != null && all.isAfter(own)) ? all : own;
  }
}
