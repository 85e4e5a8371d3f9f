package org.dockline.poller.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.poller.simulator.world.District.OFFICE;
import static org.dockline.poller.simulator.world.District.PARK;
import static org.dockline.poller.simulator.world.District.RAILWAY;
import static org.dockline.poller.simulator.world.District.RESIDENTIAL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The city moves as cities do. */
class CommuterShapeTest {

  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 11);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 14);
  private static final World WORLD = World.of(1, 1_200);

  @Test
  void onAWorkingDayPeopleRideFromHomeToWorkAndBack() {
    assertThat(occupancy(RESIDENTIAL, WEDNESDAY, 5)).isGreaterThan(0.7);
    assertThat(occupancy(RESIDENTIAL, WEDNESDAY, 11)).isLessThan(0.3);
    assertThat(occupancy(RESIDENTIAL, WEDNESDAY, 21)).isGreaterThan(0.6);
    assertThat(occupancy(OFFICE, WEDNESDAY, 5)).isLessThan(0.3);
    assertThat(occupancy(OFFICE, WEDNESDAY, 11)).isGreaterThan(0.75);
    assertThat(occupancy(OFFICE, WEDNESDAY, 21)).isLessThan(0.35);
    assertThat(occupancy(RAILWAY, WEDNESDAY, 8)).isLessThan(0.35);
    assertThat(occupancy(RAILWAY, WEDNESDAY, 18)).isGreaterThan(0.7);
  }

  @Test
  void onASaturdayTheyGoToTheParks() {
    assertThat(occupancy(OFFICE, SATURDAY, 11)).isLessThan(0.45);
    assertThat(occupancy(PARK, SATURDAY, 15)).isGreaterThan(0.7);
    assertThat(occupancy(PARK, WEDNESDAY, 15)).isLessThan(0.6);
  }

  @Test
  void theLocalClockCounts() {
    Instant tokyoMorning = WEDNESDAY.atTime(3, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
    City toyama = WORLD.cities().getLast();
    double full = mean(WORLD.of(toyama), s -> s.district() == RESIDENTIAL, tokyoMorning);
    double drained =
        mean(
            WORLD.of(toyama),
            s -> s.district() == RESIDENTIAL,
            tokyoMorning.plusSeconds(8 * 3_600));

    assertThat(full - drained).isGreaterThan(0.3);
  }

  @Test
  void rushHourEmptiesSomeStationsAndFillsOthersAndNightsAreQuiet() {
    int night = changes(WEDNESDAY, 2, 4);
    int morning = changes(WEDNESDAY, 7, 9);
    double wholeDay = (double) changes(WEDNESDAY, 0, 24) / healthy().size();

    assertThat(morning).isGreaterThan(8 * night);
    assertThat(wholeDay).isBetween(60.0, 120.0);
    Instant tenOClock = at(healthy().getFirst(), WEDNESDAY, 10);
    assertThat(healthy()).filteredOn(s -> s.at(tenOClock).bikes() == 0).hasSizeGreaterThan(20);
    assertThat(healthy()).filteredOn(s -> s.at(tenOClock).docks() == 0).hasSizeGreaterThan(20);
  }

  private static int changes(LocalDate day, int fromHour, int toHour) {
    return healthy().stream()
        .mapToInt(
            s ->
                (int)
                    IntStream.range(fromHour * 60, toHour * 60)
                        .filter(minute -> bikes(s, day, minute) != bikes(s, day, minute + 1))
                        .count())
        .sum();
  }

  private static int bikes(SimulatedStation s, LocalDate day, int minute) {
    return s.at(at(s, day, 0).plusSeconds(60L * minute)).bikes();
  }

  private static double occupancy(District district, LocalDate day, int hour) {
    return mean(healthy(), s -> s.district() == district, day, hour);
  }

  private static double mean(
      List<SimulatedStation> stations, Predicate<SimulatedStation> which, LocalDate day, int hour) {
    return stations.stream()
        .filter(which)
        .mapToDouble(s -> occupancy(s.at(at(s, day, hour))))
        .average()
        .orElseThrow();
  }

  private static double mean(
      List<SimulatedStation> stations, Predicate<SimulatedStation> which, Instant instant) {
    return stations.stream()
        .filter(which)
        .filter(s -> s.condition() == Condition.HEALTHY)
        .mapToDouble(s -> occupancy(s.at(instant)))
        .average()
        .orElseThrow();
  }

  private static double occupancy(StationReport r) {
    return (double) r.bikes() / (r.bikes() + r.docks());
  }

  private static Instant at(SimulatedStation s, LocalDate day, int hour) {
    ZoneId zone =
        WORLD.cities().stream()
            .map(City::contract)
            .filter(c -> c.name().equals(s.facts().contract()))
            .findFirst()
            .orElseThrow()
            .zone();
    return day.atTime(hour, 0).atZone(zone).toInstant();
  }

  private static List<SimulatedStation> healthy() {
    return WORLD.all().stream().filter(s -> s.condition() == Condition.HEALTHY).toList();
  }
}
