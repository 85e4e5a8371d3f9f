package org.dockline.dashboard.view;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.Collection;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.view.StationSearch.Spot;
import org.dockline.dashboard.web.MapTiles;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * The map of all stations. The browser fetches all stations once, as one cached file; from then on
 * it is told what changed, and notices itself when it has missed something.
 */
@Tag("dl-map")
@JsModule("context://dockline/map.js")
@StyleSheet("context://webjars/leaflet/1.9.4/dist/leaflet.css")
final class StationMap extends Component implements HasStyle {

  /** What is done on it. */
  interface Uses {
    /** A city, or a station of it, was chosen. */
    void choose(String contract, @Nullable String station);

    /** Someone moved it; null: to where everything is in view. */
    void see(@Nullable Bounds bounds);
  }

  private final Uses uses;

  /** An empty map. */
  StationMap(Words words, MapTiles tiles, Uses uses) {
    this.uses = uses;
    setId("station-map");
    getElement().setAttribute("aria-label", words.say("map.label"));
    getElement().setAttribute("role", "application");
    getElement().setAttribute("words", BrowserWords.of(words, "map."));
    getElement().setAttribute("bands", BrowserWords.of(words, "band."));
    if (tiles.url() != null) {
      getElement().setAttribute("tiles", tiles.url());
    }
  }

  /** Brings the map to this moment. */
  void show(Moment moment) {
    if (moment.delta() == null) {
      getElement().executeJs("this.fetchAll($0)", moment.version());
    } else if (!moment.changed().isEmpty()) {
      getElement().executeJs("this.takeMarks($0)", moment.delta());
    } else {
      getElement().executeJs("this.takeVersion($0)", moment.version());
    }
  }

  /** Looks at a selection; contracts outside it fade. */
  void lookAt(Selection selection, Collection<String> contracts) {
    String key = selection.key().map(StationKey::toString).orElse(null);
    getElement()
        .executeJs(
            "this.lookAt($0, $1)", selection.equals(Selection.ALL) ? null : join(contracts), key);
  }

  /** Called by map.js. */
  @ClientCallable
  void chosen(String contract, @Nullable String station) {
    uses.choose(contract, station);
  }

  /** Called by map.js. */
  @ClientCallable
  void moved(double south, double west, double north, double east) {
    uses.see(new Bounds(south, west, north, east));
  }

  /** Called by map.js: nobody has moved it from what it was asked to show, or far out. */
  @ClientCallable
  void whole() {
    uses.see(null);
  }

  /** Shows where the reader is, and what is around. */
  void showReader(Spot spot) {
    getElement().executeJs("this.showReader($0, $1)", spot.latitude(), spot.longitude());
  }

  private static String join(Collection<String> contracts) {
    return String.join(",", contracts);
  }
}
