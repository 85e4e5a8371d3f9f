package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dockline.dashboard.text.Age;
import org.dockline.dashboard.text.TileText;
import org.dockline.dashboard.text.Words;

/**
 * A text that holds an age and counts on by itself in the browser, so that time passing costs no
 * message. It counts from the server's clock; the browser's may be wrong.
 */
@Tag("dl-ago")
@JsModule("context://dockline/ago.js")
final class Ago extends Component implements HasStyle {

  private final Words words;
  private final Clock clock;

  Ago(Words words, Clock clock) {
    this.words = words;
    this.clock = clock;
    getElement().setAttribute("units", units(words));
  }

  /** An age alone. */
  void set(Instant since) {
    set(TileText.AGE, since);
  }

  /**
   * A text.
   *
   * @param text with {@link TileText#AGE} where the age goes
   */
  void set(String text, Instant since) {
    Duration age = Duration.between(since, clock.instant());
    boolean counting = getElement().hasAttribute("age");
    getElement().setAttribute("text", text);
    getElement().setAttribute("age", Long.toString(Math.max(0, age.toMillis())));
    // Once it counts, the browser writes the text.
    if (!counting) {
      getElement().setText(text.replace(TileText.AGE, words.age(age)));
    }
  }

  /** A text without an age. */
  void setPlain(String text) {
    getElement().removeAttribute("age");
    getElement().setText(text);
  }

  private static String units(Words words) {
    StringBuilder units = new StringBuilder();
    for (Age.Unit unit : Age.Unit.values()) {
      units.append(units.isEmpty() ? "" : "|").append(words.age(one(unit)).replace("1", "#"));
    }
    return units.toString();
  }

  private static Duration one(Age.Unit unit) {
    return switch (unit) {
      case SECONDS -> Duration.ofSeconds(1);
      case MINUTES -> Duration.ofMinutes(1);
      case HOURS -> Duration.ofHours(1);
      // Up to two days are said in hours.
      case DAYS -> Duration.ofDays(11);
    };
  }
}
