package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ContractDay;

/** The hours of a zone's days, counted from local midnight. */
final class LocalHours {

  private LocalHours() {}

  /** The start of the local hour that holds the instant. */
  static Instant floor(ZoneId zone, Instant instant) {
    Instant start = instant;
    for (ContractDay.Hour hour : ContractDay.of("", instant, zone).hours()) {
      if (!hour.start().isAfter(instant)) {
        start = hour.start();
      }
    }
    return start;
  }

  /** {@code from}, every edge of a local hour between, and {@code to}. */
  static List<Instant> edges(ZoneId zone, Instant from, Instant to) {
    List<Instant> edges = new ArrayList<>();
    edges.add(from);
    for (ContractDay day = ContractDay.of("", from, zone);
        day.start().isBefore(to);
        day = day.next()) {
      day.hours().stream()
          .map(ContractDay.Hour::start)
          .filter(edge -> edge.isAfter(from) && edge.isBefore(to))
          .forEach(edges::add);
    }
    edges.add(to);
    return edges;
  }
}
