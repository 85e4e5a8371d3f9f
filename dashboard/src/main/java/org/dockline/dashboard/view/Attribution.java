package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;

/**
 * Names the source and the date of its last update, as the Licence Ouverte asks of everyone who
 * shows the data. Id: {@code attribution}.
 */
final class Attribution extends Footer {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Words words;
  private final Span source = new Span();
  private final Span updated = new Span();

  Attribution(Words words) {
    this.words = words;
    setId("attribution");
    addClassName("attribution");
    add(source, updated, new Span(words.say("attribution.map")));
  }

  void show(Moment moment) {
    source.setText(words.say(key(moment)));
    Instant newest = moment.board().figuresOf(moment.board().figures().keySet()).newest();
    updated.setText(
        newest == null
            ? ""
            : words.say("attribution.updated", words.dateTime(newest, UTC) + " UTC"));
  }

  private String key(Moment moment) {
    if (moment.snapshot().simulated()) {
      return "attribution.simulated";
    }
    Stream<Source> sources =
        moment.snapshot().stations().values().stream().map(StationObservation::source);
    return sources.allMatch(s -> s == Source.JCDECAUX_V1 || s == Source.JCDECAUX_V3)
        ? "attribution.jcdecaux"
        : "attribution.operators";
  }
}
