package org.dockline.station;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The contracts whose country and time zone are known beforehand, and how old spellings fold to
 * today's names. The providers' own metadata is blank or wrong for some of them, so this table is
 * believed first. Others are added by a setting, or found out by the poller from where their
 * stations stand; a zone is never guessed silently.
 */
public final class ContractCatalogue {

  /**
   * Test stations of the provider, thousands of kilometres apart: kept, but no part of statistics.
   */
  public static final String TEST_CONTRACT = "jcdecauxbike";

  private static final Map<String, String> FORMER_NAMES =
      Map.of("bruxelles-capitale", "bruxelles", "cergy-pontoise", "cergy");

  private static final Map<String, Contract> KNOWN = new TreeMap<>();

  static {
    add("amiens", "Buscyclette", "FR", "Europe/Paris", 49.8942, 2.2958);
    add("besancon", "VéloCité", "FR", "Europe/Paris", 47.2378, 6.0241);
    add("brisbane", "CityCycle", "AU", "Australia/Brisbane", -27.4698, 153.0251);
    add("bruxelles", "Villo!", "BE", "Europe/Brussels", 50.8466, 4.3517);
    add("cergy", "Vélo2", "FR", "Europe/Paris", 49.0364, 2.0761);
    add("creteil", "CristoLib", "FR", "Europe/Paris", 48.7904, 2.4556);
    add("dublin", "dublinbikes", "IE", "Europe/Dublin", 53.3437, -6.2605);
    add("goteborg", "Göteborg Bikeshare", "SE", "Europe/Stockholm", 57.7089, 11.9746);
    add("kazan", "Veli'k", "RU", "Europe/Moscow", 55.7963, 49.1088);
    add("lillestrom", "Bysykkel", "NO", "Europe/Oslo", 59.9560, 11.0493);
    add("ljubljana", "BicikeLJ", "SI", "Europe/Ljubljana", 46.0511, 14.5051);
    add("lund", "Lundahoj", "SE", "Europe/Stockholm", 55.7047, 13.1910);
    add("luxembourg", "vel'OH!", "LU", "Europe/Luxembourg", 49.6116, 6.1319);
    add("lyon", "Vélo'v", "FR", "Europe/Paris", 45.7597, 4.8422);
    add("maribor", "MBajk", "SI", "Europe/Ljubljana", 46.5547, 15.6459);
    add("marseille", "Le vélo", "FR", "Europe/Paris", 43.2965, 5.3698);
    add("mulhouse", "VéloCité", "FR", "Europe/Paris", 47.7495, 7.3400);
    add("namur", "Li bia velo", "BE", "Europe/Brussels", 50.4669, 4.8675);
    add("nancy", "vélOstan'lib", "FR", "Europe/Paris", 48.6921, 6.1844);
    add("nantes", "Naolib", "FR", "Europe/Paris", 47.2184, -1.5536);
    add("paris", "Vélib", "FR", "Europe/Paris", 48.8566, 2.3522);
    add("rouen", "cy'clic", "FR", "Europe/Paris", 49.4431, 1.0993);
    add("santander", "TusBic", "ES", "Europe/Madrid", 43.4623, -3.8100);
    add("seville", "Sevici", "ES", "Europe/Madrid", 37.3891, -5.9845);
    add("stockholm", "Stockholm City Bikes", "SE", "Europe/Stockholm", 59.3293, 18.0686);
    add("toulouse", "VélÔToulouse", "FR", "Europe/Paris", 43.6045, 1.4440);
    add("toyama", "cyclocity", "JP", "Asia/Tokyo", 36.6953, 137.2113);
    add("valence", "Valenbisi", "ES", "Europe/Madrid", 39.4699, -0.3763);
    add("vilnius", "Cyclocity Vilnius", "LT", "Europe/Vilnius", 54.6872, 25.2797);
    KNOWN.put(
        TEST_CONTRACT,
        new Contract(TEST_CONTRACT, "JCDecaux tests", null, null, ZoneOffset.UTC, null, null));
  }

  private final Map<String, Contract> contracts;

  private ContractCatalogue(Map<String, Contract> contracts) {
    this.contracts = contracts;
  }

  /** The built-in table alone. */
  public static ContractCatalogue builtIn() {
    return new ContractCatalogue(KNOWN);
  }

  /**
   * The built-in table and, before it, zones that the operator has set.
   *
   * @param zones contract, in any spelling, to zone
   */
  public static ContractCatalogue with(Map<String, ZoneId> zones) {
    Map<String, Contract> all = new TreeMap<>(KNOWN);
    zones.forEach((spelling, zone) -> set(all, canonicalName(spelling), zone));
    return new ContractCatalogue(all);
  }

  /**
   * This one and, for contracts that it does not know, what was found out about them.
   *
   * @param learned usually what poll reports tell; of one name the last counts
   */
  public ContractCatalogue and(Collection<Contract> learned) {
    Map<String, Contract> all = new TreeMap<>();
    learned.forEach(contract -> all.put(contract.name(), contract));
    all.putAll(contracts);
    return new ContractCatalogue(all);
  }

  /** Today's name of a contract, from any spelling that a provider has used. */
  public static String canonicalName(String spelling) {
    String lower = spelling.strip().toLowerCase(Locale.ROOT);
    return FORMER_NAMES.getOrDefault(lower, lower);
  }

  /** The contract of that canonical name, or empty when nothing is known of it. */
  public Optional<Contract> find(String name) {
    return Optional.ofNullable(contracts.get(name));
  }

  /** All that are known, by name. */
  public Collection<Contract> listAll() {
    return contracts.values();
  }

  private static void set(Map<String, Contract> all, String name, ZoneId zone) {
    all.merge(
        name,
        new Contract(name, null, null, null, zone, null, null),
        (old, added) -> withZone(old, zone));
  }

  private static Contract withZone(Contract c, ZoneId zone) {
    return new Contract(
        c.name(),
        c.commercialName(),
        c.countryCode(),
        c.country(),
        zone,
        c.latitude(),
        c.longitude());
  }

  private static void add(
      String name, String commercial, String country, String zone, double lat, double lon) {
    KNOWN.put(
        name,
        new Contract(
            name, commercial, country, Contract.countryName(country), ZoneId.of(zone), lat, lon));
  }
}
