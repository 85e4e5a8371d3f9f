package org.dockline.dashboard.view;

import org.dockline.station.StationObservation.Place;

/**
 * A part of the map, in degrees.
 *
 * @param south inclusive
 * @param west inclusive; may be less than -180 where the map was moved around the world
 * @param north inclusive
 * @param east inclusive
 */
record Bounds(double south, double west, double north, double east) {

  private static final double TURN = 360;

  /** Whether a place lies in it; one without a position lies nowhere. */
  boolean contains(Place place) {
    Double latitude = place.latitude();
    Double longitude = place.longitude();
    return latitude != null
        && longitude != null
        && latitude >= south
        && latitude <= north
        && eastOfWest(longitude) <= east - west;
  }

  private double eastOfWest(double longitude) {
    double distance = (longitude - west) % TURN;
    return distance < 0 ? distance + TURN : distance;
  }
}
