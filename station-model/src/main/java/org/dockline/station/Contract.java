package org.dockline.station;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a bike-share system itself.
 *
 * @param name its canonical name, the {@code contract} of its stations
 * @param commercialName what riders call it
 * @param countryCode ISO 3166-1 alpha-2, upper case
 * @param country the English name of the country
 * @param zone the zone its days are counted in
 * @param latitude its centre, degrees north
 * @param longitude its centre, degrees east
 */
public record Contract(
    String name,
    @Nullable String commercialName,
    @Nullable String countryCode,
    @Nullable String country,
    ZoneId zone,
    @Nullable Double latitude,
    @Nullable Double longitude) {

  /**
   * The English name of a country.
   *
   * @param code ISO 3166-1 alpha-2
   */
  public static String countryName(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }
}
