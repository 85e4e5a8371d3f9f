package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.StationHours;
import org.dockline.dashboard.text.Words;
import org.dockline.station.flow.FlowTotals;

/** What a station's history comes to, in a few figures; id: {@code history-sums}. */
final class HistorySums extends Div {

  private final Words words;

  HistorySums(Words words) {
    this.words = words;
    setId("history-sums");
    addClassName("sums");
  }

  void show(StationHistory read) {
    FlowTotals sum = StationHours.sum(read.flows(), Instant.EPOCH);
    removeAll();
    sum("history.arrivals", words.number(sum.arrivals()));
    sum("history.departures", words.number(sum.departures()));
    sum("history.empty", length(sum.empty()));
    sum("history.full", length(sum.full()));
    sum("history.coverage", words.share(sum.coverage()));
  }

  private void sum(String label, String value) {
    Span name = new Span(words.say(label));
    Span figure = new Span(value);
    figure.addClassName("sum-value");
    add(new Div(figure, name));
  }

  private String length(Duration total) {
    return total.isZero() ? words.say("history.never") : words.length(total);
  }
}
