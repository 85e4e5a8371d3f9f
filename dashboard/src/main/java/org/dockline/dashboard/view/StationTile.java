package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.text.TileText;
import org.dockline.dashboard.text.Words;
import org.dockline.station.Availability;
import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.jspecify.annotations.Nullable;

/**
 * The live tile of one station: its two figures large, the sentence, and the smaller facts. Ids:
 * {@code tile-bikes}, {@code tile-docks}, {@code tile-text}, {@code tile-facts}.
 */
final class StationTile extends Div {

  private static final List<String> GAUGE = List.of("gauge-bikes", "gauge-docks", "gauge-broken");

  private final Words words;
  private final Clock clock;
  private final Span bikes = new Span();
  private final Span bikesLabel = new Span();
  private final Span docks = new Span();
  private final Span docksLabel = new Span();
  private final Div gauge = new Div();
  private final Div reason = new Div();
  private final Div facts = new Div();
  private final Ago sentence;
  private List<String> shownFacts = List.of();
  private List<Integer> shownGauge = List.of();

  StationTile(Words words, Clock clock) {
    this.words = words;
    this.clock = clock;
    addClassName("tile");
    bikes.setId("tile-bikes");
    docks.setId("tile-docks");
    facts.setId("tile-facts");
    facts.addClassName("facts");
    reason.setId("tile-reason");
    reason.addClassName("tile-reason");
    sentence = new Ago(words, clock);
    sentence.setId("tile-text");
    sentence.addClassName("tile-text");
    gauge.addClassName("gauge");
    gauge.getElement().setAttribute("aria-hidden", "true");
    Div figures = new Div(figure(bikes, bikesLabel), figure(docks, docksLabel));
    figures.addClassName("tile-figures");
    add(figures, gauge, reason, sentence, facts);
  }

  private static Div figure(Span value, Span label) {
    value.addClassName("tile-value");
    label.addClassName("tile-label");
    Div figure = new Div(value, label);
    figure.addClassName("tile-figure");
    return figure;
  }

  void show(StationObservation o) {
    Instant at = clock.instant();
    Availability availability = Availability.at(o, at);
    getElement().setAttribute("data-band", Band.of(availability).key());
    switch (availability) {
      case Known known -> showKnown(known, o.counts());
      case Unknown unknown -> showUnknown(unknown, o.counts());
    }
    sentence.set(TileText.withoutAge(o, at, words), o.observedAt());
    List<String> now = facts(o, availability);
    if (!now.equals(shownFacts)) {
      shownFacts = now;
      facts.removeAll();
      now.forEach(this::addFact);
    }
  }

  private void showKnown(Known known, Counts counts) {
    Quiet.text(bikes, words.number(known.bikes()));
    Quiet.text(bikesLabel, words.say("tile.bikes.label", known.bikes()));
    Integer free = known.docks();
    Quiet.text(docks, free == null ? words.say("tile.unknown.figure") : words.number(free));
    Quiet.text(
        docksLabel,
        free == null ? words.say("tile.docks.unknown") : words.say("tile.docks.label", free));
    reason.setVisible(false);
    showGauge(
        free == null
            ? List.of()
            : List.of(known.bikes(), free, Objects.requireNonNullElse(counts.brokenDocks(), 0)));
  }

  private void showGauge(List<Integer> parts) {
    if (!parts.equals(shownGauge)) {
      shownGauge = parts;
      gauge.removeAll();
      for (int i = 0; i < parts.size(); i++) {
        addGauge(GAUGE.get(i), parts.get(i));
      }
    }
  }

  private void showUnknown(Unknown unknown, Counts counts) {
    Quiet.text(bikes, words.say("tile.unknown.figure"));
    Quiet.text(docks, words.say("tile.unknown.figure"));
    Quiet.text(bikesLabel, words.say("tile.bikes.unknown"));
    Quiet.text(docksLabel, words.say("tile.docks.unknown"));
    showGauge(List.of());
    Quiet.text(reason, words.say("reason." + key(unknown) + ".long", said(counts)));
    reason.setVisible(true);
  }

  /** What the provider says all the same, named as such. */
  private String said(Counts counts) {
    return counts.bikes() == null || counts.docks() == null
        ? ""
        : words.say("tile.said", counts.bikes(), counts.docks());
  }

  private static String key(Unknown unknown) {
    return unknown.reason().name().toLowerCase(Locale.ROOT);
  }

  private void addGauge(String name, int count) {
    if (count > 0) {
      Span part = new Span();
      part.addClassName(name);
      part.getStyle().set("flex-grow", Integer.toString(count));
      gauge.add(part);
    }
  }

  private List<String> facts(StationObservation o, Availability availability) {
    List<String> all = new ArrayList<>();
    all.add("status-" + o.status().name().toLowerCase(Locale.ROOT));
    if (availability instanceof Known) {
      count(all, "electric", o.counts().electricalBikes());
      count(all, "mechanical", o.counts().mechanicalBikes());
      count(all, "broken", o.counts().brokenDocks());
    }
    count(all, "capacity", o.counts().capacity());
    flag(all, "terminal", o.flags().banking());
    if (Boolean.TRUE.equals(o.flags().bonus())) {
      all.add("bonus");
    }
    if (Boolean.TRUE.equals(o.flags().overflow())) {
      all.add("overflow");
    }
    return all;
  }

  private static void count(List<String> all, String name, @Nullable Integer count) {
    if (count != null && count > 0) {
      all.add(name + ' ' + count);
    }
  }

  private static void flag(List<String> all, String name, @Nullable Boolean flag) {
    if (flag != null) {
      all.add(name + (flag ? "-yes" : "-no"));
    }
  }

  private void addFact(String fact) {
    String[] nameAndCount = fact.split(" ", 2);
    Span chip =
        new Span(
            nameAndCount.length == 1
                ? words.say("fact." + fact)
                : words.say("fact." + nameAndCount[0], Integer.valueOf(nameAndCount[1])));
    chip.addClassNames("fact", "fact-" + nameAndCount[0]);
    facts.add(chip);
  }
}
