package org.dockline.poller.simulator.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All simulated cities. What their stations say at an instant follows from the seed and the instant
 * alone, so a restart changes nothing and the past can be asked as well as the present.
 *
 * @param stations by contract, the largest contract first
 */
public record World(Map<City, List<SimulatedStation>> stations) {

  /** As many stations as it has by default. */
  public static final int DEFAULT_STATIONS = 1_200;

  /** Makes the world of a seed. */
  public static World of(long seed, int stationCount) {
    Map<City, List<Site>> sites = new SitePlan(seed, stationCount).sites();
    List<Site> all = sites.values().stream().flatMap(List::stream).toList();
    Lots<Condition> conditions = new Lots<>("condition", all, Condition.values(), Condition::share);
    Lots<Oddity> oddities = new Lots<>("oddity", all, Oddity.values(), Oddity::share);
    Map<City, List<SimulatedStation>> stations = new LinkedHashMap<>();
    sites.forEach(
        (city, places) -> stations.put(city, build(seed, city, places, conditions, oddities)));
    return new World(stations);
  }

  /** The cities, the largest first. */
  public List<City> cities() {
    return List.copyOf(stations.keySet());
  }

  /** The stations of one city, by number. */
  public List<SimulatedStation> of(City city) {
    return stations.getOrDefault(city, List.of());
  }

  /** Every station of every city. */
  public List<SimulatedStation> all() {
    return stations.values().stream().flatMap(List::stream).toList();
  }

  private static List<SimulatedStation> build(
      long seed, City city, List<Site> sites, Lots<Condition> conditions, Lots<Oddity> oddities) {
    long citySeed = Dice.seed(seed, city.contract().name());
    StationBuilder builder = new StationBuilder(citySeed, city, conditions, oddities);
    List<SimulatedStation> stations = new ArrayList<>(sites.size());
    for (Site site : sites) {
      stations.add(
          site.number() == SitePlan.TEST_STATION
              ? builder.buildTestStation(site)
              : builder.build(site));
    }
    return List.copyOf(stations);
  }
}
