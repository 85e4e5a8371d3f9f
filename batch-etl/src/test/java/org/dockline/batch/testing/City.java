package org.dockline.batch.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.StationHour;

/**
 * A contract of some made-up stations over some days, and what the warehouse must hold of it: the
 * rule applied in this JVM to everything at once, with neither Kafka nor Spark nor SQL.
 *
 * @param days in date order, without a gap
 * @param observations of all stations, in the order of polling
 */
public record City(List<ContractDay> days, List<StationObservation> observations) {

  /** Makes one up. */
  public static City of(ContractDay first, int days, int stations) {
    List<ContractDay> all = Stream.iterate(first, ContractDay::next).limit(days).toList();
    List<StationObservation> observations =
        IntStream.range(0, stations)
            .mapToObj(s -> new StationKey(first.contract(), "s" + s))
            .flatMap(
                key ->
                    RandomHistory.of(key.hashCode(), key, first.start(), all.getLast().settledAt())
                        .stream())
            .sorted(Comparator.comparing(StationObservation::polledAt))
            .toList();
    return new City(all, observations);
  }

  /** The same with some more observations. */
  public City plus(List<StationObservation> more) {
    List<StationObservation> all = new ArrayList<>(observations);
    all.addAll(more);
    return new City(days, all);
  }

  /** Its stations. */
  public List<StationKey> stations() {
    return observations.stream().map(StationObservation::key).distinct().sorted().toList();
  }

  /** The hours that the warehouse must hold of a station. */
  public List<StationHour> hours(StationKey key) {
    return stationDays(key).values().stream().flatMap(d -> StationHour.of(d).stream()).toList();
  }

  /** The state that the warehouse must hold of a station at the end of each day. */
  public Map<LocalDate, StationClose> closes(StationKey key) {
    Map<LocalDate, StationClose> closes = new TreeMap<>();
    stationDays(key).forEach((date, day) -> closes.put(date, day.flows().close()));
    return closes;
  }

  private Map<LocalDate, StationDay> stationDays(StationKey key) {
    List<StationObservation> own = observations.stream().filter(o -> o.key().equals(key)).toList();
    Map<LocalDate, StationDay> result = new TreeMap<>();
    StationClose seed = StationClose.NOTHING;
    for (ContractDay day : days) {
      StationDay next = StationDay.of(key, day, seed, own);
      seed = next.flows().close();
      result.put(day.date(), next);
    }
    return result;
  }
}
