package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;

/**
 * What is asked of all stations of a contract.
 *
 * @param zone its zone
 * @param from inclusive; an edge of the step
 * @param to exclusive
 * @param counted whether a station counts
 */
record ContractQuestion(
    String contract,
    ZoneId zone,
    Instant from,
    Instant to,
    Step step,
    Predicate<StationKey> counted) {

  /** The local days that [start, end) touches, in order. */
  List<ContractDay> days(Instant start, Instant end) {
    List<ContractDay> days = new ArrayList<>();
    for (ContractDay day = ContractDay.of(contract, start, zone);
        day.start().isBefore(end);
        day = day.next()) {
      days.add(day);
    }
    return days;
  }

  /** The edges of what of a day is asked for; empty when nothing is. */
  List<Instant> edges(ContractDay day) {
    Instant start = day.start().isBefore(from) ? from : day.start();
    Instant end = day.end().isAfter(to) ? to : day.end();
    return start.isBefore(end) ? step.edges(zone, start, end) : List.of();
  }
}
