package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dockline.station.ContractDay;

/** How finely a history is told. Steps are counted from the local midnight of the station. */
public enum Step {
  /** As it was seen: one entry for each time in which one thing held. */
  RAW("raw", Duration.ofHours(1)),
  /** Five minutes. */
  FIVE_MINUTES("5m", Duration.ofMinutes(5)),
  /** A quarter of an hour. */
  QUARTER_HOUR("15m", Duration.ofMinutes(15)),
  /** An hour; shorter where a zone moves its clock by less. */
  HOUR("1h", Duration.ofHours(1)),
  /** A local day of 23, 24 or 25 hours. */
  DAY("1d", Duration.ofDays(1));

  private final String text;
  private final Duration length;

  Step(String text, Duration length) {
    this.text = text;
    this.length = length;
  }

  /** The name in questions, for example {@code 15m}. */
  public String text() {
    return text;
  }

  /** The step of that name, or empty. */
  public static Optional<Step> find(String text) {
    return Arrays.stream(values()).filter(step -> step.text.equals(text)).findFirst();
  }

  /** All names, for messages that say what is allowed. */
  public static String names() {
    return Arrays.stream(values()).map(Step::text).collect(Collectors.joining(", "));
  }

  /** Whether what the warehouse keeps for ever, its hours, is fine enough. */
  boolean ofWholeHours() {
    return this == HOUR || this == DAY;
  }

  /** The start of the step that holds the instant. */
  public Instant floor(ZoneId zone, Instant instant) {
    ContractDay day = ContractDay.of("", instant, zone);
    return within(day).stream()
        .filter(edge -> !edge.isAfter(instant))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  /** The first edge at or after the instant. */
  public Instant ceiling(ZoneId zone, Instant instant) {
    ContractDay day = ContractDay.of("", instant, zone);
    return within(day).stream()
        .filter(edge -> !edge.isBefore(instant))
        .findFirst()
        .orElse(day.end());
  }

  /** {@code from}, every edge between, and {@code to}; at least two when from is before to. */
  public List<Instant> edges(ZoneId zone, Instant from, Instant to) {
    List<Instant> edges = new ArrayList<>();
    edges.add(from);
    for (ContractDay day = ContractDay.of("", from, zone);
        day.start().isBefore(to);
        day = day.next()) {
      within(day).stream()
          .filter(edge -> edge.isAfter(from) && edge.isBefore(to))
          .forEach(edges::add);
    }
    edges.add(to);
    return edges;
  }

  /** The starts of the steps of a day. */
  private List<Instant> within(ContractDay day) {
    if (this == DAY) {
      return List.of(day.start());
    }
    List<Instant> starts = new ArrayList<>();
    for (ContractDay.Hour hour : day.hours()) {
      for (Instant at = hour.start(); at.isBefore(hour.end()); at = at.plus(length)) {
        starts.add(at);
      }
    }
    return starts;
  }
}
