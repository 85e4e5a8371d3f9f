package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.time.LocalDate;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.MapTiles;
import org.jspecify.annotations.Nullable;

/** Replays a day in the browser, which fetches it once and needs no server from then on. */
@Tag("dl-player")
@JsModule("context://dockline/playback.js")
@StyleSheet("context://webjars/leaflet/1.9.4/dist/leaflet.css")
final class DayPlayer extends Component implements HasStyle {

  DayPlayer(Words words, MapTiles tiles) {
    setId("player");
    getElement().setAttribute("words", BrowserWords.of(words, "playback."));
    getElement().setAttribute("mapwords", BrowserWords.of(words, "map."));
    getElement().setAttribute("bands", BrowserWords.of(words, "band."));
    if (tiles.url() != null) {
      getElement().setAttribute("tiles", tiles.url());
    }
    getElement().setAttribute("locale", words.locale().toLanguageTag());
  }

  /**
   * Replays a day.
   *
   * @param at local time of day, hh:mm; null: the start
   * @param with the moment to compare with; null: none
   */
  void show(String contract, LocalDate day, @Nullable String at, @Nullable String with) {
    getElement().setAttribute("contract", contract);
    getElement().setAttribute("date", day.toString());
    // One attribute that names the whole state: the script follows it alone.
    getElement()
        .setAttribute(
            "asked",
            String.join(
                "|", contract, day.toString(), at == null ? "" : at, with == null ? "" : with));
  }
}
