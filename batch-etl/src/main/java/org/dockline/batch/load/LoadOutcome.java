package org.dockline.batch.load;

import java.util.HashSet;
import java.util.Set;
import org.dockline.station.ContractDay;

/** What has become of the days of a load so far. */
public final class LoadOutcome {

  private final Set<ContractDay> loaded = new HashSet<>();
  private final Set<ContractDay> failed = new HashSet<>();
  private final Set<String> failedContracts = new HashSet<>();
  private long rowsRead;
  private long rowsLoaded;

  void loaded(ContractDay day, long read, long written) {
    loaded.add(day);
    rowsRead += read;
    rowsLoaded += written;
  }

  int loaded() {
    return loaded.size();
  }

  int failed() {
    return failed.size();
  }

  long rowsRead() {
    return rowsRead;
  }

  long rowsLoaded() {
    return rowsLoaded;
  }

  /** Later days of the contract wait, because they are seeded with this one's close. */
  void failed(ContractDay day) {
    failed.add(day);
    failedContracts.add(day.contract());
  }

  boolean hasFailed(String contract) {
    return failedContracts.contains(contract);
  }

  LoadResult result(int impossible) {
    return new LoadResult(loaded.size(), failed.size(), impossible);
  }
}
