package org.dockline.batch.load;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dockline.station.ContractDay;

/** The days of a load on their way to the tasks. */
final class PlannedDays implements Serializable {

  private record Day(String contract, LocalDate date, ZoneId zone) implements Serializable {}

  private final List<Day> days;

  PlannedDays(Collection<ContractDay> days) {
    this.days = days.stream().sorted().map(d -> new Day(d.contract(), d.date(), d.zone())).toList();
  }

  /** In date order, by contract. */
  Map<String, List<ContractDay>> byContract() {
    return days.stream()
        .map(d -> new ContractDay(d.contract(), d.date(), d.zone()))
        .collect(Collectors.groupingBy(ContractDay::contract));
  }
}
