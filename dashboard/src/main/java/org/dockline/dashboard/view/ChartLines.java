package org.dockline.dashboard.view;

import com.vaadin.flow.internal.JacksonUtils;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines and gaps for chart.js, in order of time. */
final class ChartLines {

  private final ZoneId zone;
  private final ArrayNode bikes = JacksonUtils.createArrayNode();
  private final ArrayNode docks = JacksonUtils.createArrayNode();
  private final ArrayNode gaps = JacksonUtils.createArrayNode();
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;

  ChartLines(ZoneId zone) {
    this.zone = zone;
  }

  /** A time in which so many were known; docks may be unknown. */
  void known(Instant start, Instant end, double bikeCount, @Nullable Double dockCount) {
    long first = reach(start);
    long last = reach(end);
    point(bikes, first, bikeCount);
    point(bikes, last, bikeCount);
    if (dockCount == null) {
      docks.addArray().add(first).addNull();
    } else {
      point(docks, first, dockCount);
      point(docks, last, dockCount);
    }
  }

  /** A time of which nothing is known; the same gap goes on where one ends. */
  void gap(Instant start, Instant end, boolean closed) {
    long first = reach(start);
    long last = reach(end);
    bikes.addArray().add(first).addNull();
    docks.addArray().add(first).addNull();
    int kind = closed ? 1 : 0;
    if (!gaps.isEmpty()
        && gaps.get(gaps.size() - 1).get(1).asLong() == first
        && gaps.get(gaps.size() - 1).get(2).asInt() == kind) {
      ((ArrayNode) gaps.get(gaps.size() - 1)).set(1, last);
    } else {
      gaps.addArray().add(first).add(last).add(kind);
    }
  }

  void addTo(ObjectNode data) {
    data.set("bikes", bikes);
    data.set("docks", docks);
    data.set("gaps", gaps);
    if (from < to) {
      data.put("from", from);
      data.put("to", to);
    }
  }

  private long reach(Instant instant) {
    long at = shifted(instant, zone);
    from = Math.min(from, at);
    to = Math.max(to, at);
    return at;
  }

  private static void point(ArrayNode line, long at, double count) {
    double tenths = Math.round(count * 10) / 10.0;
    ArrayNode point = line.addArray().add(at);
    if (tenths == Math.rint(tenths)) {
      point.add((long) tenths);
    } else {
      point.add(tenths);
    }
  }

  /**
   * The chart library knows the browser's zone and UTC only. So it is told UTC, of times that read
   * in UTC as the zone's clocks read.
   */
  static long shifted(Instant instant, ZoneId zone) {
    return instant.toEpochMilli() + zone.getRules().getOffset(instant).getTotalSeconds() * 1_000L;
  }
}
