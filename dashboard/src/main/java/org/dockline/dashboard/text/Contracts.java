package org.dockline.dashboard.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.jspecify.annotations.Nullable;

/** What the pages call a contract, and where on earth it is. */
public final class Contracts {

  private final ContractCatalogue catalogue;

  /**
   * Knows the built-in table and what the operator added.
   *
   * @param zones by contract
   */
  public Contracts(Map<String, ZoneId> zones) {
    catalogue = ContractCatalogue.with(zones);
  }

  /** The city, for example {@code Lyon}. */
  public String city(String contract) {
    return contract.substring(0, 1).toUpperCase(Locale.ROOT) + contract.substring(1);
  }

  /** What riders call the system, for example {@code Vélo'v}; null when not known. */
  public @Nullable String brand(String contract) {
    return catalogue.find(contract).map(Contract::commercialName).orElse(null);
  }

  /** The zone its times are shown in; UTC when it is not known. */
  public ZoneId zone(String contract) {
    return catalogue.find(contract).map(Contract::zone).orElse(ZoneOffset.UTC);
  }

  /** ISO 3166-1 alpha-2; empty when not known. */
  public Optional<String> countryCode(String contract) {
    return catalogue.find(contract).map(Contract::countryCode);
  }

  /** The country of that code in a reader's language. */
  public static String countryName(String code, Locale reader) {
    return Locale.of("", code).getDisplayCountry(reader);
  }
}
