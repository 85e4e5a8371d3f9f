package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.dockline.dashboard.history.Joined;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.Step;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * A station's history over a range. Read once, in the background; from then on it goes on with each
 * new observation. Ids: {@code history}, {@code history-note}, {@code history-sums}.
 */
final class HistoryCard extends Div {

  /** A page may stay open for weeks: its history is read again, so that it does not grow. */
  private static final Duration REREAD = Duration.ofMinutes(15);

  private final Services services;
  private final Words words;
  private final Consumer<StationHistory> told;
  private final H3 title = new H3();
  private final HistoryChart chart;
  private final HistorySums sums;
  private final HistoryTable table;
  private final Div note = new Div();
  private @Nullable StationKey shown;
  private Range range = Range.DAY;
  private @Nullable StationHistory history;
  private @Nullable StationObservation last;
  private Instant drawnAt = Instant.MIN;
  private Instant askedAt = Instant.MIN;

  /**
   * Shows nothing yet.
   *
   * @param told hears of each history that is drawn
   */
  HistoryCard(Services services, Words words, Consumer<StationHistory> told) {
    this.services = services;
    this.words = words;
    this.told = told;
    chart = new HistoryChart(words);
    sums = new HistorySums(words);
    table = new HistoryTable(words);
    addClassName("history");
    setId("history");
    title.setId("history-title");
    note.setId("history-note");
    note.addClassName("hint");
    add(title, chart, sums, note, table);
  }

  /** Shows that station's history, or goes on with it. */
  void show(StationKey key, @Nullable StationObservation newest, Range wanted) {
    if (!key.equals(shown) || wanted != range) {
      begin(key, wanted);
    } else if (history != null && newest != null) {
      goOn(history, newest);
    }
    last = newest;
  }

  private void begin(StationKey key, Range wanted) {
    shown = key;
    range = wanted;
    history = null;
    title.setText(words.say("history.title." + wanted.text()));
    sums.removeAll();
    note.setText(words.say("history.loading"));
    getElement().setAttribute("data-state", "loading");
    chart.clear();
    read(key);
  }

  private void read(StationKey key) {
    Instant to = services.clock().instant();
    askedAt = to;
    Range wanted = range;
    ZoneId zone = services.contracts().zone(key.contract());
    Later.read(
        services.background(),
        () -> services.history().ofStation(key, zone, to.minus(wanted.span()), to, Step.HOUR),
        read -> arrived(key, wanted, read),
        () -> {
          getElement().setAttribute("data-state", "failed");
          note.setText(words.say("page.failed"));
        });
  }

  private void arrived(StationKey key, Range asked, StationHistory read) {
    if (key.equals(shown) && asked == range) {
      history = read;
      draw(read);
    }
  }

  private void goOn(StationHistory before, StationObservation newest) {
    Instant now = services.clock().instant();
    if (now.isAfter(askedAt.plus(REREAD))) {
      read(newest.key());
    }
    boolean same = newest.equals(last) || range != Range.DAY;
    if (same && now.isBefore(drawnAt.plus(range.redraw()))) {
      return;
    }
    StationHistory longer = before.goneOn(List.of(newest), now);
    history = longer;
    draw(longer);
  }

  private void draw(StationHistory read) {
    drawnAt = services.clock().instant();
    ZoneId zone = services.contracts().zone(read.key().contract());
    chart.show(read, zone, range, title.getText());
    sums.show(read);
    table.show(read, zone, range);
    note.setText(JoinedNote.of(words, Joined.of(read), zone, drawnAt, read.coarseBefore()));
    getElement().setAttribute("data-state", Joined.of(read).state());
    told.accept(read);
  }
}
