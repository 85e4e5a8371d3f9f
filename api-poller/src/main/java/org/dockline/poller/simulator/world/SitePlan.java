package org.dockline.poller.simulator.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares the stations out to the cities, in proportion to the real ones, and gives each its site.
 *
 * @param seed the world's
 * @param stationCount of all cities together, one of them the test station
 */
record SitePlan(long seed, int stationCount) {

  /** The number of the test station, in the first city; no other is that large. */
  static final int TEST_STATION = 99_001;

  /** Every city's sites in order of their numbers. */
  Map<City, List<Site>> sites() {
    if (stationCount < City.ALL.size()) {
      throw new IllegalArgumentException(
          "Each of " + City.ALL.size() + " cities needs a station, but there are " + stationCount);
    }
    int total = City.ALL.stream().mapToInt(City::realStations).sum();
    LinkedHashMap<City, List<Site>> sites = new LinkedHashMap<>();
    int real = 0;
    int given = 0;
    for (City city : City.ALL.reversed()) {
      real += city.realStations();
      int upTo = Math.max(given + 1, (int) ((long) stationCount * real / total));
      sites.putFirst(city, sites(city, upTo - given));
      given = upTo;
    }
    return sites;
  }

  private List<Site> sites(City city, int count) {
    long citySeed = Dice.seed(seed, city.contract().name());
    boolean first = city.equals(City.ALL.getFirst());
    List<Site> sites = new ArrayList<>(count);
    int number = 1;
    for (int i = 0; i < (first ? count - 1 : count); i++) {
      Site site = Site.of(citySeed, city, i, count, number);
      sites.add(site);
      number = site.nextNumber();
    }
    if (first) {
      sites.add(Site.of(citySeed, city, count - 1, count, TEST_STATION));
    }
    return sites;
  }
}
