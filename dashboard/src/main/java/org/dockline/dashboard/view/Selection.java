package org.dockline.dashboard.view;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * What the live page is about, as its address says it: {@code ?contract=lyon&station=7}.
 *
 * @param country ISO 3166-1 alpha-2; null for all
 * @param contract canonical name; null for all
 * @param station the station's id in that contract; null for none
 */
record Selection(@Nullable String country, @Nullable String contract, @Nullable String station) {

  static final Selection ALL = new Selection(null, null, null);

  private static final String COUNTRY = "country";
  private static final String CONTRACT = "contract";
  private static final String STATION = "station";

  /** Reads an address; what makes no sense is left out. */
  static Selection of(QueryParameters parameters) {
    String contract =
        text(parameters, CONTRACT)
            .map(ContractCatalogue::canonicalName)
            .filter(name -> name.indexOf('/') < 0)
            .orElse(null);
    String station = contract == null ? null : text(parameters, STATION).orElse(null);
    return new Selection(text(parameters, COUNTRY).orElse(null), contract, station);
  }

  static Selection ofStation(StationKey key) {
    return new Selection(null, key.contract(), key.stationId());
  }

  static Selection ofContract(String contract) {
    return new Selection(null, contract, null);
  }

  static Selection ofCountry(@Nullable String country) {
    return new Selection(country, null, null);
  }

  /** The station, when one is chosen. */
  Optional<StationKey> key() {
    return contract == null || station == null
        ? Optional.empty()
        : Optional.of(new StationKey(contract, station));
  }

  /** The address's part after the question mark. */
  QueryParameters parameters() {
    Map<String, String> values = new LinkedHashMap<>();
    if (country != null) {
      values.put(COUNTRY, country);
    }
    if (contract != null) {
      values.put(CONTRACT, contract);
    }
    if (station != null) {
      values.put(STATION, station);
    }
    return QueryParameters.simple(values);
  }

  private static Optional<String> text(QueryParameters parameters, String name) {
    return parameters.getSingleParameter(name).map(String::strip).filter(v -> !v.isEmpty());
  }
}
