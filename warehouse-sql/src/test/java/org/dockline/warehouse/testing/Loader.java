package org.dockline.warehouse.testing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.Warehouse;

/** Loads days in the way a batch does, without its machinery: seeds, stages, replaces, discards. */
public final class Loader {

  private final Warehouse warehouse;
  private int loads;

  /** Loads into that warehouse. */
  public Loader(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** A day of Lyon. */
  public static ContractDay lyon(String date) {
    return new ContractDay("lyon", LocalDate.parse(date), ZoneId.of("Europe/Paris"));
  }

  /** What a day comes to, seeded with the day before as the warehouse has it. */
  public List<StationDay> compute(ContractDay day, List<StationObservation> observations) {
    Map<StationKey, StationClose> seeds = warehouse.closes(day.contract(), day.previous().date());
    Map<StationKey, List<StationObservation>> byStation = new TreeMap<>();
    seeds.keySet().forEach(key -> byStation.put(key, new ArrayList<>()));
    observations.forEach(o -> byStation.computeIfAbsent(o.key(), key -> new ArrayList<>()).add(o));
    return byStation.entrySet().stream()
        .map(
            e ->
                StationDay.of(
                    e.getKey(),
                    day,
                    seeds.getOrDefault(e.getKey(), StationClose.NOTHING),
                    e.getValue()))
        .toList();
  }

  /** Loads a day from observations. */
  public DayTotals load(ContractDay day, StationObservation... observations) {
    return load(day, Arrays.asList(observations));
  }

  /** Loads a day from observations. */
  public DayTotals load(ContractDay day, List<StationObservation> observations) {
    return replace(day, compute(day, observations));
  }

  /** Loads a day as it is given, in two parts. */
  public DayTotals replace(ContractDay day, List<StationDay> stations) {
    loads++;
    String loadId = "load-" + loads;
    stage(loadId, 0, stations.subList(0, stations.size() / 2));
    stage(loadId, 1, stations.subList(stations.size() / 2, stations.size()));
    DayTotals totals =
        warehouse.replaceDay(loadId, day, new DayRead(stations.size(), Map.of(0, 100L + loads)));
    warehouse.discardStaging(loadId);
    return totals;
  }

  /** Stages and commits one part. */
  public void stage(String loadId, int part, List<StationDay> stations) {
    try (StagingWriter writer = warehouse.stage(loadId, part)) {
      stations.forEach(writer::add);
      writer.commit();
    }
  }
}
