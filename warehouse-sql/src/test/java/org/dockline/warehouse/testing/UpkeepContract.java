package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;
import static org.dockline.warehouse.testing.WarehouseFixture.at;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.DayDigest;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.junit.jupiter.api.Test;

/** How a day is compared with another load of it, and how it ages. */
interface UpkeepContract extends WarehouseFixture {

  @Test
  default void listsAllHoursOfAContractDay() {
    ContractDay day = lyon("2026-03-01");
    List<StationDay> stations = twoStations(day);
    loader().replace(day, stations);
    loader().load(day.next(), morning("2026-03-02"));
    assertThat(warehouse().listHours(day))
        .isEqualTo(stations.stream().flatMap(s -> StationHour.of(s).stream()).toList())
        .hasSize(48);
    assertThat(warehouse().listHours(lyon("2026-02-01"))).isEmpty();
  }

  @Test
  default void addsUpADayTheSameInEveryWarehouse() {
    ContractDay day = lyon("2026-03-01");
    List<StationDay> stations = twoStations(day);
    loader().replace(day, stations);
    loader().load(day.next(), morning("2026-03-02"));
    DayDigest expected = new DayDigest();
    for (StationDay station : stations.reversed()) {
      station.changes().forEach(change -> expected.add(StationPoint.of(change)));
      StationHour.of(station).forEach(expected::add);
      station.flows().episodes().forEach(expected::add);
      expected.add(station.flows().key(), station.flows().close());
    }
    DayChecksum checksum = warehouse().checksum(day);
    assertThat(checksum).isEqualTo(expected.checksum());
    assertThat(checksum.hours().count()).isEqualTo(48);
    assertThat(checksum.closes().count()).isEqualTo(2);
    assertThat(checksum.episodes().count()).isPositive();
    assertThat(warehouse().checksum(lyon("2026-02-01"))).isEqualTo(new DayDigest().checksum());
  }

  @Test
  default void tellsDaysApartThatDifferInOneRow() {
    ContractDay day = lyon("2026-03-01");
    loader().load(day, morning("2026-03-01"));
    DayChecksum before = warehouse().checksum(day);
    loader().load(day, morning("2026-03-01"));
    assertThat(warehouse().checksum(day)).isEqualTo(before);
    loader().load(day, polledAt("2026-03-01T07:00:00Z").bikes(2).build());
    DayChecksum after = warehouse().checksum(day);
    assertThat(after.observations()).isNotEqualTo(before.observations());
    assertThat(after.hours()).isNotEqualTo(before.hours());
    assertThat(after.hours().count()).isEqualTo(before.hours().count());
    assertThat(after.closes()).isNotEqualTo(before.closes());
  }

  @Test
  default void expiresObservationsOfOldDaysOnly() {
    for (String date : List.of("2026-03-01", "2026-03-02", "2026-03-04")) {
      loader().load(lyon(date), morning(date));
    }
    ContractDay old = new ContractDay("toyama", date("2020-01-01"), ZoneId.of("Asia/Tokyo"));
    loader().load(old, polledAt("2020-01-01T03:00:00Z").station("toyama/1").build());
    List<StationHour> hours = allHours();
    DayChecksum before = warehouse().checksum(lyon("2026-03-01"));
    assertThat(warehouse().expireObservations(4)).isZero();
    assertThat(warehouse().expireObservations(3)).isEqualTo(before.observations().count());
    assertThat(warehouse().expireObservations(3)).isZero();
    DayChecksum after = warehouse().checksum(lyon("2026-03-01"));
    assertThat(after.observations().count()).isZero();
    assertThat(after.hours()).isEqualTo(before.hours());
    assertThat(after.closes()).isEqualTo(before.closes());
    assertThat(allHours()).isEqualTo(hours);
    assertThat(allPoints())
        .isNotEmpty()
        .allSatisfy(
            p -> assertThat(p.held().first().observedAt()).isAfter(at("2026-03-02T00:00:00Z")));
    assertThat(warehouse().checksum(old).observations().count()).isOne();
    loader().load(lyon("2026-03-01"), morning("2026-03-01"));
    assertThat(warehouse().checksum(lyon("2026-03-01"))).isEqualTo(before);
    assertThat(warehouse().expireObservations(3)).isPositive();
    assertThatThrownBy(() -> warehouse().expireObservations(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<StationDay> twoStations(ContractDay day) {
    return Stream.of("lyon/7", "lyon/8")
        .map(StationKey::parse)
        .map(
            key ->
                StationDay.of(
                    key,
                    day,
                    StationClose.NOTHING,
                    Stream.concat(
                            Stream.of(
                                polledAt(day.start().plusSeconds(600).toString())
                                    .station(key.toString())
                                    .bikes(0)
                                    .build()),
                            RandomHistory.of(
                                key.stableHash(), key, day.start().plusSeconds(3600), day.end())
                                .stream())
                        .toList()))
        .toList();
  }
}
