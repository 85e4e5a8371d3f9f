package org.dockline.dashboard.view;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How far back a station's history is shown. */
enum Range {
  /** A day and a night. */
  DAY("24h", Duration.ofHours(24), Duration.ofMinutes(1)),
  /** A week. */
  WEEK("7d", Duration.ofDays(7), Duration.ofMinutes(5)),
  /** About a month. */
  MONTH("30d", Duration.ofDays(30), Duration.ofMinutes(15));

  private final String text;
  private final Duration span;
  private final Duration redraw;

  Range(String text, Duration span, Duration redraw) {
    this.text = text;
    this.span = span;
    this.redraw = redraw;
  }

  /** Its name in addresses and keys of texts. */
  String text() {
    return text;
  }

  Duration span() {
    return span;
  }

  /** How often it is drawn anew while nothing but time changes. */
  Duration redraw() {
    return redraw;
  }

  /** The one of that name, or empty. */
  static Optional<Range> find(String text) {
    return Arrays.stream(values()).filter(range -> range.text.equals(text)).findFirst();
  }
}
