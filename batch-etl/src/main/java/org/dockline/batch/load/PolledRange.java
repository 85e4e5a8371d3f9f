package org.dockline.batch.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ContractDay;

/**
 * A run of polls that may tell of days to be loaded.
 *
 * @param from inclusive
 * @param to exclusive
 */
record PolledRange(Instant from, Instant to) {

  /**
   * The polls that may tell of these days of one contract, in date order; adjoining ones as one.
   */
  static List<PolledRange> of(List<ContractDay> days) {
    List<PolledRange> ranges = new ArrayList<>();
    for (ContractDay day : days) {
      PolledRange next = new PolledRange(day.polledFrom(), day.settledAt());
      if (!ranges.isEmpty() && !ranges.getLast().to().isBefore(next.from())) {
        next = new PolledRange(ranges.removeLast().from(), next.to());
      }
      ranges.add(next);
    }
    return List.copyOf(ranges);
  }
}
