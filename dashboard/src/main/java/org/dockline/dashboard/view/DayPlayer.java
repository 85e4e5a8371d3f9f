package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.MapTiles;
import org.jspecify.annotations.Nullable;

/** Replays a day in the browser, which fetches it once and needs no server from then on. */
@Tag("dl-player")
@JsModule("context://dockline/playback.js")
@StyleSheet("context://webjars/leaflet/1.9.4/dist/leaflet.css")
final class DayPlayer extends Component implements HasStyle {

  private final Words words;
  private final Input date = new Input();

  DayPlayer(Words words, MapTiles tiles) {
    this.words = words;
    setId("player");
    getElement().setAttribute("words", BrowserWords.of(words, "playback."));
    getElement().setAttribute("mapwords", BrowserWords.of(words, "map."));
    getElement().setAttribute("bands", BrowserWords.of(words, "band."));
    if (tiles.url() != null) {
      getElement().setAttribute("tiles", tiles.url());
    }
    getElement().setAttribute("locale", words.locale().toLanguageTag());
  }

  /** The field that chooses a date. */
  NativeLabel date(Consumer<LocalDate> choose) {
    date.setType("date");
    date.setId("playback-date");
    date.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            Week.date(change.getValue()).ifPresent(choose);
          }
        });
    NativeLabel label = new NativeLabel(words.say("playback.day"));
    label.addClassName("date-field");
    label.getElement().appendChild(date.getElement());
    return label;
  }

  /**
   * Replays a day.
   *
   * @param at local time of day, hh:mm; null: the start
   * @param with the moment to compare with; null: none
   */
  void show(
      String contract, LocalDate day, LocalDate today, @Nullable String at, @Nullable String with) {
    date.setValue(day.toString());
    date.getElement().setAttribute("max", today.toString());
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
