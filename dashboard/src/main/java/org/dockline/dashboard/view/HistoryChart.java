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
import org.dockline.dashboard.text.Words;
import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Reason;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.flow.StationTimeline.Segment;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bikes and free docks over time as steps; unknown time is a gap, and the instant up to which the
 * warehouse answered is marked. Id: {@code history-chart}.
 */
@Tag("dl-chart")
@JsModule("context://dockline/chart.js")
final class HistoryChart extends Component implements HasStyle {

  HistoryChart(Words words) {
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
  void show(StationHistory history, ZoneId zone) {
    List<Segment> segments = history.segments();
    ObjectNode data = JacksonUtils.createObjectNode();
    ArrayNode bikes = data.putArray("bikes");
    ArrayNode docks = data.putArray("docks");
    ArrayNode gaps = data.putArray("gaps");
    for (Segment segment : segments) {
      add(segment, zone, bikes, docks, gaps);
    }
    if (!segments.isEmpty()) {
      data.put("from", shifted(segments.getFirst().from(), zone));
      data.put("to", shifted(segments.getLast().to(), zone));
      Instant boundary = history.boundary();
      if (boundary != null
          && boundary.isAfter(segments.getFirst().from())
          && boundary.isBefore(segments.getLast().to())) {
        data.put("boundary", shifted(boundary, zone));
      }
    }
    getElement().executeJs("this.draw($0)", data.toString());
  }

  private static void add(
      Segment segment, ZoneId zone, ArrayNode bikes, ArrayNode docks, ArrayNode gaps) {
    long from = shifted(segment.from(), zone);
    long to = shifted(segment.to(), zone);
    switch (segment.availability()) {
      case Known known -> {
        point(bikes, from, known.bikes());
        point(bikes, to, known.bikes());
        if (known.docks() == null) {
          docks.addArray().add(from).addNull();
        } else {
          point(docks, from, known.docks());
          point(docks, to, known.docks());
        }
      }
      case Unknown unknown -> {
        bikes.addArray().add(from).addNull();
        docks.addArray().add(from).addNull();
        gaps.addArray().add(from).add(to).add(unknown.reason() == Reason.CLOSED ? 1 : 0);
      }
    }
  }

  private static void point(ArrayNode line, long at, int count) {
    line.addArray().add(at).add(count);
  }

  /**
   * The chart library knows the browser's zone and UTC only. So it is told UTC, of times that read
   * in UTC as the zone's clocks read.
   */
  static long shifted(Instant instant, ZoneId zone) {
    return instant.toEpochMilli() + zone.getRules().getOffset(instant).getTotalSeconds() * 1_000L;
  }
}
