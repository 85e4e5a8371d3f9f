package org.dockline.poller.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.dockline.poller.simulator.fault.Faults;
import org.dockline.poller.simulator.fault.StationFaults;
import org.dockline.poller.simulator.protocol.DriftingJson;
import org.dockline.poller.simulator.protocol.JsonBody;
import org.dockline.poller.simulator.protocol.ShownStation;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.SimulatedStation;
import org.dockline.poller.simulator.world.World;

/** The world as it is now, with the bikes that were moved by hand, and what goes wrong in it. */
final class Simulation {

  private final World world;
  private final InstantSource clock;
  private final Faults faults;
  private final MovedBikes moved = new MovedBikes();
  private volatile Duration shift = Duration.ZERO;

  Simulation(World world, InstantSource clock) {
    this(world, clock, new Faults());
  }

  Simulation(World world, InstantSource clock, Faults faults) {
    this.world = world;
    this.clock = clock;
    this.faults = faults;
  }

  Instant now() {
    return clock.instant().plus(shift);
  }

  /**
   * Sets the clock back; Kafka refuses what comes from the future.
   *
   * @throws IllegalArgumentException when the shift is positive
   */
  void shiftClock(Duration by) {
    if (by.isPositive()) {
      throw new IllegalArgumentException("The clock can't be set ahead, but was to be by " + by);
    }
    shift = by;
  }

  Faults faults() {
    return faults;
  }

  List<City> cities() {
    return world.cities();
  }

  int stations() {
    return world.all().size();
  }

  Optional<City> findCity(String contract) {
    return world.cities().stream().filter(c -> c.contract().name().equals(contract)).findFirst();
  }

  /** What a feed says of every city, as of now. */
  List<ShownStation> told(String feed) {
    return cities().stream().flatMap(city -> told(feed, city).stream()).toList();
  }

  /** What a feed says of one city, as of now. */
  List<ShownStation> told(String feed, City city) {
    String contract = city.contract().name();
    Instant now = now();
    List<ShownStation> stations = of(city, faults.frozenSince(feed, contract).orElse(now));
    return new StationFaults(faults.of(feed, contract), now).of(stations);
  }

  /** A document of a feed, in the schema that it has at the moment. */
  JsonBody written(String feed, String contract, JsonBody document) {
    return DriftingJson.of(
        document,
        (drift, named, number) ->
            faults.of(feed, named.isEmpty() ? contract : named).stream()
                .anyMatch(f -> f.kind().name().equals(drift.name()) && f.concerns(number)));
  }

  /** The stations of one city, as of that instant. */
  List<ShownStation> of(City city, Instant now) {
    return world.of(city).stream().map(s -> shown(s, now)).toList();
  }

  /** That station as of now. */
  Optional<SimulatedStation> find(City city, String id) {
    return world.of(city).stream()
        .filter(s -> Integer.toString(s.facts().number()).equals(id))
        .findFirst();
  }

  ShownStation shown(SimulatedStation station, Instant now) {
    return moved.applyTo(
        new ShownStation(station.facts(), station.at(now), station.lastReported(now)));
  }

  /** From now on that many more bikes stand in this station, fewer when below zero. */
  void add(SimulatedStation station, int bikes) {
    Instant now = now();
    moved.add(shown(station, now), bikes, now);
  }
}
