package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.StationHours;
import org.dockline.dashboard.text.Words;
import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Reason;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationTimeline.Segment;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bikes and free docks over time as steps; unknown time is a gap, and the instant up to which the
 * warehouse answered is marked. A month is drawn in means of hours, as is what only hours are kept
 * of. Id: {@code history-chart}.
 */
@Tag("dl-chart")
@JsModule("context://dockline/chart.js")
final class HistoryChart extends Component implements HasStyle {

  private final Words words;

  HistoryChart(Words words) {
    this.words = words;
    setId("history-chart");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", words.say("chart.label"));
    getElement().setAttribute("words", BrowserWords.of(words, "chart."));
  }

  /** Shows nothing until the next history. */
  void clear() {
    getElement().executeJs("this.clear()");
  }

  /** Draws a history in the times of that zone. */
  void show(StationHistory history, ZoneId zone, Range range, String title) {
    ChartLines lines = new ChartLines(zone);
    Instant coarse = range == Range.MONTH ? Instant.MAX : history.coarseBefore();
    for (Flows hour : history.flows()) {
      if (coarse != null && hour.start().isBefore(coarse)) {
        add(hour, lines);
      }
    }
    for (Segment segment : history.segments()) {
      if (coarse == null || !segment.from().isBefore(coarse)) {
        add(segment, lines);
      }
    }
    ObjectNode data = JacksonUtils.createObjectNode();
    lines.addTo(data);
    Instant boundary = history.boundary();
    List<Flows> hours = history.flows();
    if (boundary != null
        && !hours.isEmpty()
        && boundary.isAfter(hours.getFirst().start())
        && boundary.isBefore(hours.getLast().end())) {
      data.put("boundary", ChartLines.shifted(boundary, zone));
    }
    getElement().setAttribute("aria-label", label(title, hours));
    getElement().executeJs("this.draw($0)", data.toString());
  }

  private String label(String title, List<Flows> hours) {
    FlowTotals sum = StationHours.sum(hours, Instant.EPOCH);
    return words.say(
        "chart.summary",
        title,
        words.decimal(sum.meanBikesPerStation()),
        words.length(sum.empty()),
        words.length(sum.full()),
        words.share(sum.coverage()));
  }

  private static void add(Segment segment, ChartLines lines) {
    switch (segment.availability()) {
      case Known known -> {
        Integer docks = known.docks();
        lines.known(
            segment.from(),
            segment.to(),
            known.bikes(),
            docks == null ? null : docks.doubleValue());
      }
      case Unknown unknown ->
          lines.gap(segment.from(), segment.to(), unknown.reason() == Reason.CLOSED);
    }
  }

  private static void add(Flows hour, ChartLines lines) {
    Flows.Range bikes = hour.bikes();
    Flows.Range docks = hour.docks();
    if (bikes == null) {
      lines.gap(hour.start(), hour.end(), hour.closed().compareTo(hour.unknown()) > 0);
    } else {
      lines.known(hour.start(), hour.end(), bikes.mean(), docks == null ? null : docks.mean());
    }
  }
}
