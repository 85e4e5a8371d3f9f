package org.dockline.batch.survey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dockline.station.Contract;
import org.dockline.station.PollReport;

/**
 * Those of many reports that say all that {@link NewestReports} wants to know: the newest of each
 * contract, and the last one that told something of a contract.
 */
public final class ReportDigest {

  private record Numbered(long number, PollReport report) {
    Numbered newer(Numbered other) {
      return report.startedAt().isBefore(other.report.startedAt()) ? other : this;
    }
  }

  private final Map<String, Numbered> newest = new TreeMap<>();
  private final Map<String, Numbered> taught = new TreeMap<>();
  private long added;

  /** Adds a report. */
  public void add(PollReport report) {
    Numbered next = new Numbered(added, report);
    added++;
    newest.merge(report.contract(), next, Numbered::newer);
    for (Contract contract : report.contracts()) {
      taught.put(contract.name(), next);
    }
  }

  /** What is left of them, in the order in which they were added. */
  public List<PollReport> reports() {
    return Stream.concat(newest.values().stream(), taught.values().stream())
        .distinct()
        .sorted(Comparator.comparingLong(Numbered::number))
        .map(Numbered::report)
        .toList();
  }
}
