package org.dockline.poller.simulator.world;

import java.util.List;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;

/**
 * A real city with a network of bikes that the simulator imitates.
 *
 * @param contract what is known of it: name, country, zone, centre
 * @param city what its people call it
 * @param realStations how many stations it has, about; the simulated ones are in proportion
 * @param radiusKm how far stations stand from the centre; short of the sea where there is one
 * @param electricShare the part of its bikes that has a motor
 * @param language ISO 639-1, of its names
 * @param streets the list its names are made from
 * @param style how its operator writes a name
 */
public record City(
    Contract contract,
    String city,
    int realStations,
    double radiusKm,
    double electricShare,
    String language,
    String streets,
    NameStyle style) {

  /** The eight, the largest first. */
  static final List<City> ALL =
      List.of(
          of("lyon", "Lyon", 430, 5.5, 0.5, "fr", "fr", NameStyle.FIVE_DIGITS),
          of("bruxelles", "Bruxelles", 350, 5.5, 0.4, "fr", "fr-nl", NameStyle.DIGITS),
          of("valence", "Valencia", 276, 3.4, 0.0, "es", "es", NameStyle.UNDERSCORES),
          of("luxembourg", "Luxembourg", 115, 4.0, 1.0, "fr", "lb", NameStyle.HASH),
          of("dublin", "Dublin", 114, 2.8, 0.3, "en", "en", NameStyle.NAME_ALONE),
          of("ljubljana", "Ljubljana", 83, 3.8, 0.0, "sl", "sl", NameStyle.NAME_ALONE),
          of("vilnius", "Vilnius", 40, 3.0, 0.0, "lt", "lt", NameStyle.NAME_ALONE),
          of("toyama", "富山市", 23, 2.2, 0.0, "ja", "ja", NameStyle.NAME_ALONE));

  private static City of(
      String name,
      String city,
      int realStations,
      double radiusKm,
      double electricShare,
      String language,
      String streets,
      NameStyle style) {
    Contract contract = ContractCatalogue.builtIn().find(name).orElseThrow();
    return new City(
        contract, city, realStations, radiusKm, electricShare, language, streets, style);
  }

  /** Whether the list of contracts says more than its name; the real list is blank for Valencia. */
  public boolean metadataKnown() {
    return !contract.name().equals("valence");
  }
}
