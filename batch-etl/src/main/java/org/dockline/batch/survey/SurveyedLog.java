package org.dockline.batch.survey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;

/**
 * A log as it was found at one moment.
 *
 * @param contracts what it holds of each contract whose zone is known
 * @param withoutZone records of each contract whose zone is not known
 * @param withoutStation records whose key names no station
 * @param end the offset after the last record, by partition
 * @param extents how much belongs to each contract-day
 * @param learned contracts that no table knows beforehand, as the poller reported them
 */
public record SurveyedLog(
    Map<String, ContractLog> contracts,
    Map<String, Long> withoutZone,
    long withoutStation,
    Map<Integer, Long> end,
    Map<ContractDay, DayExtent> extents,
    List<Contract> learned) {

  /** Copies the maps. */
  public SurveyedLog {
    contracts = Map.copyOf(contracts);
    withoutZone = Map.copyOf(withoutZone);
    end = Map.copyOf(end);
    extents = Map.copyOf(extents);
    learned = List.copyOf(learned);
  }

  /** How much belongs to that day. */
  public DayExtent extent(ContractDay day) {
    return extents.getOrDefault(day, DayExtent.NOTHING);
  }

  /** The offsets between which everything lies that may tell of these days, by partition. */
  public Map<Integer, OffsetRange> ranges(Collection<ContractDay> days) {
    Map<Integer, OffsetRange> all = new TreeMap<>();
    for (ContractDay day : days) {
      extent(day).ranges().forEach((p, range) -> all.merge(p, range, OffsetRange::and));
    }
    return all;
  }
}
