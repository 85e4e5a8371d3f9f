package org.dockline.poller.simulator.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.dockline.poller.simulator.protocol.ShownStation;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.SimulatedStation;
import org.dockline.poller.simulator.world.World;

/** The world as it is now, with the bikes that were moved by hand. */
final class Simulation {

  private final World world;
  private final InstantSource clock;
  private final MovedBikes moved = new MovedBikes();

  Simulation(World world, InstantSource clock) {
    this.world = world;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  List<City> cities() {
    return world.cities();
  }

  Optional<City> findCity(String contract) {
    return world.cities().stream().filter(c -> c.contract().name().equals(contract)).findFirst();
  }

  /** Every station of every city, as of now. */
  List<ShownStation> all() {
    return shown(world.all(), now());
  }

  /** The stations of one city, as of that instant. */
  List<ShownStation> of(City city, Instant now) {
    return shown(world.of(city), now);
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

  private List<ShownStation> shown(List<SimulatedStation> stations, Instant now) {
    return stations.stream().map(s -> shown(s, now)).toList();
  }
}
