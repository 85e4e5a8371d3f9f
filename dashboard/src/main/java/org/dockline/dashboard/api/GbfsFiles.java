package org.dockline.dashboard.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.live.Mark;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Contracts;
import org.dockline.station.Attribution;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.Source;
import org.dockline.station.StationExclusion;
import org.dockline.station.StationObservation;

/**
 * The files of one system. A station of which nothing is known has no status: GBFS has no word for
 * unknown, and an empty station would be a lie. A closed one neither rents nor takes back. Stations
 * without name or place, which GBFS demands, and tests and ghosts are left out.
 */
final class GbfsFiles {

  /** Seconds in which nothing newer is to be expected: the stream's usual trigger. */
  private static final int TTL = 10;

  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("FR", "fr"),
          Map.entry("BE", "fr"),
          Map.entry("LU", "fr"),
          Map.entry("ES", "es"),
          Map.entry("SI", "sl"),
          Map.entry("LT", "lt"),
          Map.entry("SE", "sv"),
          Map.entry("NO", "no"),
          Map.entry("JP", "ja"),
          Map.entry("RU", "ru"));

  private final String contract;
  private final Contracts contracts;
  private final ApiSettings settings;
  private final Moment moment;
  private final String language;

  GbfsFiles(String contract, Contracts contracts, ApiSettings settings, Moment moment) {
    this.contract = contract;
    this.contracts = contracts;
    this.settings = settings;
    this.moment = moment;
    this.language =
        contracts
            .countryCode(contract)
            .map(code -> LANGUAGES.getOrDefault(code, "en"))
            .orElse("en");
  }

  /** The frame that every file has. */
  static void tell(Told told, Moment moment, Object data) {
    told.fact("last_updated", moment.snapshot().asOf());
    told.fact("ttl", TTL);
    told.fact("version", "3.0");
    told.fact("data", data);
  }

  Map<String, Object> system() {
    Map<String, Object> system = new LinkedHashMap<>();
    String brand = contracts.brand(contract);
    system.put("system_id", contract);
    system.put("languages", List.of(language));
    system.put("name", said(brand == null ? contracts.city(contract) : brand));
    system.put("opening_hours", "24/7");
    system.put("feed_contact_email", settings.contactEmail());
    system.put("timezone", contracts.zone(contract).getId());
    credit(system);
    return system;
  }

  private void credit(Map<String, Object> system) {
    if (moment.snapshot().simulated()) {
      system.put("attribution_organization_name", said("Dockline's simulator"));
      return;
    }
    Collection<StationObservation> stations = StationRows.of(moment, contract).values();
    if (stations.stream().allMatch(o -> isJcdecaux(o.source()))) {
      system.put("license_url", Facts.JCDECAUX_LICENCE);
      system.put("attribution_organization_name", said("JCDecaux"));
      system.put("attribution_url", "https://developer.jcdecaux.com");
      return;
    }
    List<Attribution> feeds = moment.snapshot().facts().attributions(Set.of(contract));
    if (!feeds.isEmpty()) {
      credit(system, feeds.getFirst());
    }
  }

  private void credit(Map<String, Object> system, Attribution feed) {
    String licence = feed.licenseId();
    if (licence != null) {
      system.put("license_id", licence);
    } else {
      feed.licensePage().ifPresent(page -> system.put("license_url", page));
    }
    feed.whom().ifPresent(whom -> system.put("attribution_organization_name", said(whom)));
    feed.page().ifPresent(page -> system.put("attribution_url", page));
  }

  Map<String, Object> information() {
    List<Map<String, Object>> stations = new ArrayList<>();
    for (StationObservation o : shown()) {
      Map<String, Object> station = new LinkedHashMap<>();
      station.put("station_id", o.key().stationId());
      station.put("name", said(Objects.requireNonNull(o.place().name())));
      station.put("lat", Objects.requireNonNull(o.place().latitude()));
      station.put("lon", Objects.requireNonNull(o.place().longitude()));
      String address = o.place().address();
      if (address != null && !address.isBlank()) {
        station.put("address", address);
      }
      Integer capacity = o.counts().capacity();
      if (capacity != null) {
        station.put("capacity", capacity);
      }
      stations.add(station);
    }
    return Map.of("stations", stations);
  }

  Map<String, Object> status() {
    List<Map<String, Object>> stations = new ArrayList<>();
    for (StationObservation o : shown()) {
      Mark mark = Objects.requireNonNull(moment.board().marks().get(o.key()));
      if (mark.band() != Band.UNKNOWN) {
        stations.add(status(o, mark));
      }
    }
    return Map.of("stations", stations);
  }

  private static Map<String, Object> status(StationObservation o, Mark mark) {
    boolean open = mark.band() != Band.CLOSED;
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("station_id", o.key().stationId());
    status.put("num_vehicles_available", mark.bikes() == null ? 0 : mark.bikes());
    put(status, "num_vehicles_disabled", o.counts().bikesDisabled());
    put(status, "num_docks_available", open ? mark.docks() : Integer.valueOf(0));
    put(status, "num_docks_disabled", o.counts().docksDisabled());
    status.put("is_installed", true);
    status.put("is_renting", open);
    status.put("is_returning", open);
    status.put("last_reported", o.reportedAt() == null ? o.polledAt() : o.reportedAt());
    return status;
  }

  private static void put(
      Map<String, Object> status, String name, @org.jspecify.annotations.Nullable Integer value) {
    if (value != null && value >= 0) {
      status.put(name, value);
    }
  }

  private List<StationObservation> shown() {
    ContractCatalogue known =
        ContractCatalogue.builtIn().and(moment.snapshot().facts().contracts());
    return StationRows.of(moment, contract).values().stream()
        .filter(o -> isComplete(o) && !isExcluded(o, known))
        .toList();
  }

  private static boolean isComplete(StationObservation o) {
    String name = o.place().name();
    return name != null
        && !name.isBlank()
        && o.place().latitude() != null
        && o.place().longitude() != null;
  }

  private static boolean isExcluded(StationObservation o, ContractCatalogue known) {
    return known
        .find(o.key().contract())
        .flatMap(own -> StationExclusion.find(o.key(), o.place(), own))
        .isPresent();
  }

  private static boolean isJcdecaux(Source source) {
    return source == Source.JCDECAUX_V1 || source == Source.JCDECAUX_V3;
  }

  private List<Map<String, String>> said(String text) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("text", text);
    said.put("language", language);
    return List.of(said);
  }
}
