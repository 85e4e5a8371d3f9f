package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.StationPoint;
import org.junit.jupiter.api.Test;

/** What is asked to serve the history of contracts. */
interface ServingContract extends WarehouseFixture {

  @Test
  default void tellsWhetherALoadCameBetween() {
    assertThat(warehouse().loadMark("lyon")).isEqualTo(new LoadMark(null, 0, null));
    loader().load(lyon("2026-03-01"), morning("2026-03-01"));
    assertThat(warehouse().loadMark("lyon"))
        .isEqualTo(new LoadMark(lyon("2026-03-01").end(), 1, LOADED_AT));
    assertThat(warehouse().loadMark("toyama").loadedThrough()).isNull();
  }

  @Test
  default void addsUpTheHoursOfAContract() {
    ContractDay day = lyon("2026-03-01");
    List<StationDay> stations = new ArrayList<>();
    Map<Instant, FlowTotals> expected = new TreeMap<>();
    Map<StationKey, List<StationPoint>> points = new TreeMap<>();
    for (int i = 1; i <= 3; i++) {
      StationKey key = new StationKey("lyon", Integer.toString(i));
      StationDay station =
          StationDay.of(
              key, day, StationClose.NOTHING, RandomHistory.of(i, key, day.start(), day.end()));
      stations.add(station);
      points.put(key, station.changes().stream().map(StationPoint::of).toList());
      station
          .flows()
          .flows()
          .forEach(f -> expected.merge(f.start(), FlowTotals.of(f), FlowTotals::with));
    }
    loader().replace(day, stations);
    loader()
        .load(
            new ContractDay("toyama", LocalDate.parse("2026-03-01"), tokyo()),
            polledAt("2026-03-01T03:00:00Z").station("toyama/1").build());
    assertThat(warehouse().listContractHours("lyon", day.start(), day.end()))
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-3 ? 0 : Double.compare(a, b), Double.class)
        .isEqualTo(List.copyOf(expected.values()));
    assertThat(warehouse().listContractPoints("lyon", day.start(), day.end())).isEqualTo(points);
  }
}
