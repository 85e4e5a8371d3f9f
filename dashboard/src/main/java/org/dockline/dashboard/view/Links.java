package org.dockline.dashboard.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.dockline.station.StationKey;

/** Addresses of pages, relative to the application. */
final class Links {

  private Links() {}

  /** A station beside the live map. */
  static String live(StationKey key) {
    return "?contract=" + encoded(key.contract()) + "&station=" + encoded(key.stationId());
  }

  /** A city on the live map. */
  static String live(String contract) {
    return "?contract=" + encoded(contract);
  }

  /** All about a station. */
  static String station(StationKey key) {
    return "station" + live(key);
  }

  /** The same over a range. */
  static String station(StationKey key, Range range) {
    return station(key) + "&range=" + range.text();
  }

  /** All about a city. */
  static String contract(String contract) {
    return "contract" + live(contract);
  }

  /** A city's past days. */
  static String playback(String contract) {
    return "playback" + live(contract);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
