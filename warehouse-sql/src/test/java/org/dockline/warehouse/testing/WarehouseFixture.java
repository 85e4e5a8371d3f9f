package org.dockline.warehouse.testing;

import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;

/** What the tests of a warehouse share. */
interface WarehouseFixture {

  /** When every load of these tests happens. */
  Instant LOADED_AT = Instant.parse("2026-03-10T04:00:00.123Z");

  /** The station of most tests. */
  StationKey BELLECOUR = new StationKey("lyon", "7");

  /** What was read for a day, where that does not matter. */
  DayRead READ = new DayRead(3, Map.of(0, 42L, 1, 7L));

  /** The one under test, empty at first. */
  Warehouse warehouse();

  /** Loads days into it. */
  Loader loader();

  /** Lyon 7 on a morning, computed. */
  default List<StationDay> someDay() {
    return loader().compute(lyon("2026-03-01"), morning("2026-03-01"));
  }

  /** Lyon 7 goes empty, fills up, and is delivered twice once. */
  default List<StationObservation> morning(String date) {
    StationObservation twice = polledAt(date + "T07:10:00Z").bikes(0).build();
    return List.of(
        polledAt(date + "T07:00:00Z").bikes(2).build(),
        twice,
        twice,
        polledAt(date + "T07:20:00Z").bikes(0).build(),
        polledAt(date + "T07:30:00.500Z").bikes(20).build());
  }

  /** Every hour of Lyon 7. */
  default List<StationHour> allHours() {
    return hoursOf(BELLECOUR.toString());
  }

  /** Every hour of a station. */
  default List<StationHour> hoursOf(String key) {
    return warehouse()
        .listHours(StationKey.parse(key), at("2020-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"));
  }

  /** Every observation of Lyon 7. */
  default List<StationPoint> allPoints() {
    return warehouse()
        .listPoints(BELLECOUR, at("2020-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"));
  }

  /** A zone far away. */
  default ZoneId tokyo() {
    return ZoneId.of("Asia/Tokyo");
  }

  /** A local date. */
  default LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  /** An instant. */
  static Instant at(String text) {
    return Instant.parse(text);
  }
}
