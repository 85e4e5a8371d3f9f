package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
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

  /** Goes to one of these addresses in the page that the component is on. */
  static void follow(Component shown, String address) {
    Location to = new Location(address);
    shown.getUI().ifPresent(ui -> ui.navigate(to.getPath(), to.getQueryParameters()));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
