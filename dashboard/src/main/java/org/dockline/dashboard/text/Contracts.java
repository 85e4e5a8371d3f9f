package org.dockline.dashboard.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.jspecify.annotations.Nullable;

/** What the pages call a contract, and where on earth it is. */
public final class Contracts {

  private final ContractCatalogue beforehand;
  private final Map<String, Contract> learned = new ConcurrentHashMap<>();

  /**
   * Knows the built-in table and what the operator added.
   *
   * @param zones by contract
   */
  public Contracts(Map<String, ZoneId> zones) {
    beforehand = ContractCatalogue.with(zones);
  }

  /** Takes in what was found out about contracts that no table knows. */
  public void learn(Collection<Contract> found) {
    found.forEach(contract -> learned.put(contract.name(), contract));
  }

  /** The city, for example {@code Lyon}. */
  public String city(String contract) {
    return contract.substring(0, 1).toUpperCase(Locale.ROOT) + contract.substring(1);
  }

  /** What riders call the system, for example {@code Vélo'v}; null when not known. */
  public @Nullable String brand(String contract) {
    return find(contract).map(Contract::commercialName).orElse(null);
  }

  /** The zone its times are shown in; UTC when it is not known. */
  public ZoneId zone(String contract) {
    return find(contract).map(Contract::zone).orElse(ZoneOffset.UTC);
  }

  /** ISO 3166-1 alpha-2; empty when not known. */
  public Optional<String> countryCode(String contract) {
    return find(contract).map(Contract::countryCode);
  }

  private Optional<Contract> find(String contract) {
    return beforehand.find(contract).or(() -> Optional.ofNullable(learned.get(contract)));
  }

  /** The country of that code in a reader's language. */
  public static String countryName(String code, Locale reader) {
    return Locale.of("", code).getDisplayCountry(reader);
  }
}
