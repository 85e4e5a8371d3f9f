package org.dockline.poller.simulator.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Gives the stations of one city their places, none of them twice: first plain names in an order
 * thrown for the city, then corners of two, then both again with a number.
 */
final class NameSupply {

  private final Map<District, Iterator<String>> supplies = new EnumMap<>(District.class);

  NameSupply(long seed, StreetNames names) {
    List<String> streets = names.streets();
    Iterator<String> ofStreets = supply(seed, streets, cornersAmong(streets));
    for (District district : District.values()) {
      supplies.put(
          district,
          names
              .findPlaces(district)
              .map(places -> supply(seed, places, corners(places, streets)))
              .orElse(ofStreets));
    }
  }

  /** The next free place in such a district. */
  String next(District district) {
    return Objects.requireNonNull(supplies.get(district)).next();
  }

  private static Iterator<String> supply(long seed, List<String> plain, List<String> corners) {
    List<String> all = new ArrayList<>(plain);
    Collections.shuffle(all, new Random(seed));
    Collections.shuffle(corners, new Random(seed));
    all.addAll(corners);
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> numbered(all.get(i % all.size()), i / all.size()))
        .iterator();
  }

  private static List<String> cornersAmong(List<String> streets) {
    List<String> corners = new ArrayList<>();
    for (int i = 0; i < streets.size(); i++) {
      corners.addAll(corners(streets.subList(i, i + 1), streets.subList(i + 1, streets.size())));
    }
    return corners;
  }

  private static List<String> corners(List<String> places, List<String> streets) {
    List<String> corners = new ArrayList<>();
    for (String place : places) {
      streets.forEach(street -> corners.add(place + " / " + street));
    }
    return corners;
  }

  private static String numbered(String name, int round) {
    return round == 0 ? name : name + ' ' + (round + 1);
  }
}
