package org.dockline.poller.simulator.world;

import java.util.Locale;

/** How an operator writes the name of a station. */
enum NameStyle {
  /** {@code 00042 - PLACE DU MARCHÉ}. */
  FIVE_DIGITS("%05d - %s"),
  /** {@code 042 - GRAND MARCHE/GROTE MARKT}. */
  DIGITS("%03d - %s"),
  /** {@code #00042-RUE DU FORT}. */
  HASH("#%05d-%s"),
  /** {@code 042_PLAZA_REDONDA}. */
  UNDERSCORES("%03d_%s"),
  /** {@code MARKET STREET}. */
  NAME_ALONE("%2$s");

  private final String pattern;

  NameStyle(String pattern) {
    this.pattern = pattern;
  }

  /** The name of station {@code number} at {@code street}. */
  String write(int number, String street) {
    String place = this == UNDERSCORES ? street.replace(" / ", "_").replace(' ', '_') : street;
    return String.format(Locale.ROOT, pattern, number, place);
  }
}
