package org.dockline.dashboard.view;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.Collection;
import java.util.function.Consumer;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
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

  private final Consumer<Selection> choose;

  /**
   * An empty map.
   *
   * @param choose told when someone chooses a city or a station on the map
   */
  StationMap(Words words, Consumer<Selection> choose) {
    this.choose = choose;
    setId("station-map");
    getElement().setAttribute("aria-label", words.say("map.label"));
    getElement().setAttribute("role", "application");
    getElement().setAttribute("words", BrowserWords.of(words, "map."));
    getElement().setAttribute("bands", BrowserWords.of(words, "band."));
  }

  /** Brings the map to this moment. */
  void show(Moment moment) {
    if (moment.delta() == null) {
      getElement().executeJs("this.fetchAll()");
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
    choose.accept(new Selection(null, contract, station));
  }

  private static String join(Collection<String> contracts) {
    return String.join(",", contracts);
  }
}
