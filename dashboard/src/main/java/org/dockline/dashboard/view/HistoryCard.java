package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.Step;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.Flows;
import org.jspecify.annotations.Nullable;

/**
 * The last 24 hours of a station. Read once, in the background; from then on it goes on with each
 * new observation. Ids: {@code history}, {@code history-note}, {@code history-sums}.
 */
final class HistoryCard extends Div {

  private static final Duration SPAN = Duration.ofHours(24);
  private static final Duration REDRAW = Duration.ofMinutes(1);

  /** A page may stay open for weeks: its history is read again, so that it does not grow. */
  private static final Duration REREAD = Duration.ofMinutes(15);

  private final Services services;
  private final Words words;
  private final HistoryChart chart;
  private final Div note = new Div();
  private final Div sums = new Div();
  private @Nullable StationKey shown;
  private @Nullable StationHistory history;
  private @Nullable StationObservation last;
  private Instant drawnAt = Instant.MIN;
  private Instant askedAt = Instant.MIN;

  HistoryCard(Services services, Words words) {
    this.services = services;
    this.words = words;
    chart = new HistoryChart(words);
    addClassName("history");
    setId("history");
    note.setId("history-note");
    note.addClassName("hint");
    sums.setId("history-sums");
    sums.addClassName("sums");
    add(new H3(words.say("history.title")), chart, sums, note);
  }

  /** Shows that station's history, or goes on with it. */
  void show(StationKey key, @Nullable StationObservation newest) {
    if (!key.equals(shown)) {
      begin(key);
    } else if (history != null && newest != null) {
      goOn(history, newest);
    }
    last = newest;
  }

  private void begin(StationKey key) {
    shown = key;
    history = null;
    sums.removeAll();
    note.setText(words.say("history.loading"));
    getElement().setAttribute("data-state", "loading");
    chart.clear();
    read(key);
  }

  private void read(StationKey key) {
    UI ui = UI.getCurrent();
    Instant to = services.clock().instant();
    askedAt = to;
    ZoneId zone = services.contracts().zone(key.contract());
    services
        .background()
        .execute(
            () -> {
              StationHistory read =
                  services.history().ofStation(key, zone, to.minus(SPAN), to, Step.HOUR);
              try {
                Future<Void> unused = ui.access(() -> arrived(key, read));
              } catch (UIDetachedException e) {
                // The reader has left; nobody waits for it.
              }
            });
  }

  private void arrived(StationKey key, StationHistory read) {
    if (key.equals(shown)) {
      history = read;
      draw(read);
    }
  }

  private void goOn(StationHistory before, StationObservation newest) {
    Instant now = services.clock().instant();
    if (now.isAfter(askedAt.plus(REREAD))) {
      read(newest.key());
    }
    if (newest.equals(last) && now.isBefore(drawnAt.plus(REDRAW))) {
      return;
    }
    StationHistory longer = before.goneOn(List.of(newest), now);
    history = longer;
    draw(longer);
  }

  private void draw(StationHistory read) {
    drawnAt = services.clock().instant();
    ZoneId zone = services.contracts().zone(read.key().contract());
    chart.show(read, zone);
    note.setText(note(read, zone));
    getElement()
        .setAttribute(
            "data-state", read.partial() ? "partial" : read.stale() ? "stale" : "complete");
    sums.removeAll();
    sum("history.arrivals", words.number(read.flows().stream().mapToInt(Flows::arrivals).sum()));
    sum(
        "history.departures",
        words.number(read.flows().stream().mapToInt(Flows::departures).sum()));
    sum("history.empty", length(read, Flows::empty));
    sum("history.full", length(read, Flows::full));
    sum("history.coverage", coverage(read));
  }

  private void sum(String label, String value) {
    Span name = new Span(words.say(label));
    Span figure = new Span(value);
    figure.addClassName("sum-value");
    sums.add(new Div(figure, name));
  }

  private String length(StationHistory read, Function<Flows, Duration> measure) {
    Duration total = read.flows().stream().map(measure).reduce(Duration.ZERO, Duration::plus);
    return total.isZero() ? words.say("history.never") : words.age(total);
  }

  private String coverage(StationHistory read) {
    long known = read.flows().stream().mapToLong(h -> h.known().toMillis()).sum();
    long all =
        read.flows().stream().mapToLong(h -> Duration.between(h.start(), h.end()).toMillis()).sum();
    return all == 0 ? words.say("figures.none") : words.percent((double) known / all);
  }

  private String note(StationHistory read, ZoneId zone) {
    StringBuilder text = new StringBuilder(words.say("history.zone", zone.getId()));
    Instant boundary = read.boundary();
    if (read.warehouseProblem() != null) {
      text.append(' ').append(words.say("history.partial"));
    } else if (boundary == null) {
      text.append(' ').append(words.say("history.nothing.loaded"));
    } else {
      text.append(' ').append(words.say("history.seam", words.dateTime(boundary, zone)));
    }
    if (read.recentProblem() != null) {
      text.append(' ').append(words.say("history.recent.problem"));
    } else if (read.stale()) {
      text.append(' ').append(stale(read));
    }
    return text.toString();
  }

  private String stale(StationHistory read) {
    Instant asOf = read.recentAsOf();
    return asOf == null
        ? words.say("history.no.recent")
        : words.say(
            "history.stale", words.age(Duration.between(asOf, Objects.requireNonNull(drawnAt))));
  }
}
