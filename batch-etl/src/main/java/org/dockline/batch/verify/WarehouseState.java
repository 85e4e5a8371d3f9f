package org.dockline.batch.verify;

import java.util.StringJoiner;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.DayChecksum.Rows;

/** How the warehouse stands to what was polled in a contract-day. */
sealed interface WarehouseState {

  /** It is not loaded. */
  record NotLoaded() implements WarehouseState {}

  /** Something came after it was loaded: the next load takes it up again. */
  record DueAgain() implements WarehouseState {}

  /** It is loaded from what no place holds any more, so that it can't be computed again. */
  record Unchecked() implements WarehouseState {}

  /**
   * It is what the log comes to.
   *
   * @param rows how many rows were compared
   */
  record Same(long rows) implements WarehouseState {}

  /**
   * It is something else.
   *
   * @param what the tables that differ, with their counts
   */
  record Differs(String what) implements WarehouseState {}

  /**
   * Compares.
   *
   * @param expected what the log comes to
   * @param pointsExpired whether the warehouse keeps no observations of so old a day
   */
  static WarehouseState of(DayChecksum found, DayChecksum expected, boolean pointsExpired) {
    StringJoiner differing = new StringJoiner(", ");
    long rows = 0;
    if (!pointsExpired) {
      rows += compare("observations", found.observations(), expected.observations(), differing);
    }
    rows += compare("hours", found.hours(), expected.hours(), differing);
    rows += compare("episodes", found.episodes(), expected.episodes(), differing);
    rows += compare("closes", found.closes(), expected.closes(), differing);
    return differing.length() == 0 ? new Same(rows) : new Differs(differing.toString());
  }

  private static long compare(String table, Rows found, Rows expected, StringJoiner differing) {
    if (found.count() != expected.count()) {
      differing.add("%,d %s for %,d".formatted(found.count(), table, expected.count()));
    } else if (!found.equals(expected)) {
      differing.add("%,d %s with other contents".formatted(found.count(), table));
    }
    return found.count();
  }
}
