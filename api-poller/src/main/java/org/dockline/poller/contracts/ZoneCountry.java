package org.dockline.poller.contracts;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The country of a time zone, from the tables of ICU. Each zone that a city can be in belongs to
 * one country; zones of the sea and of plain offsets belong to none.
 */
final class ZoneCountry {

  /** Two letters; ICU's "the world" is a number. */
  private static final int LETTERS = 2;

  private ZoneCountry() {}

  /** ISO 3166-1 alpha-2, or empty for a zone of no country, or one that ICU does not know. */
  static Optional<String> find(ZoneId zone) {
    try {
      // Names without a place, such as CET, are used by many countries and stand for one by chance.
      return Optional.of(zone.getId())
          .filter(id -> id.indexOf('/') > 0)
          .map(TimeZone::getRegion)
          .filter(region -> region.length() == LETTERS);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
