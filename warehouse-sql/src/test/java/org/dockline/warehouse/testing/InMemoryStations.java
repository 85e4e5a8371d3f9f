package org.dockline.warehouse.testing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.dockline.station.StationKey;
import org.dockline.station.dimension.Absence;
import org.dockline.station.dimension.DayOpening;
import org.dockline.station.dimension.DayRuns;
import org.dockline.station.dimension.Life;
import org.dockline.station.dimension.StationHistory;
import org.dockline.station.dimension.StationPeriod;
import org.dockline.station.flow.StationDay;

/** The station dimension of one contract, made from all its days at once. */
final class InMemoryStations {

  private final SortedMap<LocalDate, List<StationDay>> days;
  private final ZoneId zone;

  /** Of a contract's loaded days, which may be none. */
  InMemoryStations(SortedMap<LocalDate, List<StationDay>> days, ZoneId zone) {
    this.days = days;
    this.zone = zone;
  }

  List<StationPeriod> periods() {
    TreeSet<StationKey> keys = new TreeSet<>();
    days.values().forEach(day -> day.forEach(s -> keys.add(s.flows().key())));
    DayRuns attended = DayRuns.union(keys.stream().map(this::heard).toList());
    List<StationPeriod> periods = new ArrayList<>();
    for (StationKey key : keys) {
      StationHistory said = new StationHistory(List.of());
      for (StationDay day : daysOf(key)) {
        said = said.withDay(day.day().date(), day.versions(), null);
      }
      List<Absence> absences = Absence.of(heard(key), attended);
      periods.addAll(
          StationPeriod.of(said, Life.of(said, absences, from -> opening(key, from), zone)));
    }
    return periods;
  }

  private List<StationDay> daysOf(StationKey key) {
    return days.values().stream()
        .flatMap(List::stream)
        .filter(s -> s.flows().key().equals(key))
        .toList();
  }

  private DayRuns heard(StationKey key) {
    DayRuns heard = DayRuns.NONE;
    for (StationDay day : daysOf(key)) {
      heard = day.observations() > 0 ? heard.with(day.day().date()) : heard;
    }
    return heard;
  }

  private Optional<DayOpening> opening(StationKey key, LocalDate from) {
    return daysOf(key).stream()
        .filter(day -> !day.day().date().isBefore(from) && !day.versions().isEmpty())
        .map(day -> new DayOpening(day.day().date(), day.versions().getFirst().validFrom()))
        .findFirst();
  }
}
