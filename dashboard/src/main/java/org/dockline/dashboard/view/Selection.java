package org.dockline.dashboard.view;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * What the live page is about, as its address says it: {@code ?contract=lyon&station=7}. Where the
 * map was moved to stands in the address too ({@code at}); that is map.js's alone.
 *
 * @param country ISO 3166-1 alpha-2; null for all
 * @param contract canonical name; null for all
 * @param station the station's id in that contract; null for none
 * @param side what is listed beside the map; null for what goes best with the rest
 */
record Selection(
    @Nullable String country,
    @Nullable String contract,
    @Nullable String station,
    @Nullable Side side) {

  static final Selection ALL = new Selection(null, null, null, null);

  private static final String COUNTRY = "country";
  private static final String CONTRACT = "contract";
  private static final String STATION = "station";
  private static final String LIST = "list";

  /** Reads an address; what makes no sense is left out. */
  static Selection of(QueryParameters parameters) {
    String contract =
        text(parameters, CONTRACT)
            .map(ContractCatalogue::canonicalName)
            .filter(name -> name.indexOf('/') < 0)
            .orElse(null);
    String station = contract == null ? null : text(parameters, STATION).orElse(null);
    Side side = text(parameters, LIST).flatMap(Side::find).orElse(null);
    return new Selection(text(parameters, COUNTRY).orElse(null), contract, station, side);
  }

  static Selection ofContract(String contract) {
    return new Selection(null, contract, null, null);
  }

  static Selection ofCountry(@Nullable String country) {
    return new Selection(country, null, null, null);
  }

  /** A station; who leaves it finds the same list as before. */
  Selection withStation(StationKey key) {
    return new Selection(null, key.contract(), key.stationId(), side);
  }

  /** The same without a station. */
  Selection withoutStation() {
    return new Selection(country, contract, null, side);
  }

  /** The same with another list, what goes best with the rest left unsaid. */
  Selection withSide(Side chosen) {
    return switch (chosen) {
      case CITIES -> ofCountry(country);
      case STATIONS -> new Selection(country, contract, null, contract == null ? chosen : null);
      case FAVOURITES, NEAR -> new Selection(country, contract, null, chosen);
    };
  }

  /** Whether both look at the same part of the world. */
  boolean looksAtSameAs(Selection other) {
    return Objects.equals(country, other.country)
        && Objects.equals(contract, other.contract)
        && Objects.equals(station, other.station);
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
    if (side != null) {
      values.put(LIST, side.key());
    }
    return QueryParameters.simple(values);
  }

  private static Optional<String> text(QueryParameters parameters, String name) {
    return parameters.getSingleParameter(name).map(String::strip).filter(v -> !v.isEmpty());
  }
}
