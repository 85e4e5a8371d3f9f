package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dockline.station.Contract;
import org.jspecify.annotations.Nullable;

/** Contracts inside a poll report. */
final class ContractJson {

  private ContractJson() {}

  static void write(JsonGenerator json, String field, Collection<Contract> contracts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Contract c : contracts) {
      json.writeStartObject();
      json.writeStringField("contract", c.name());
      JsonFields.text(json, "commercial_name", c.commercialName());
      JsonFields.text(json, "country_code", c.countryCode());
      JsonFields.text(json, "country", c.country());
      json.writeStringField("time_zone", c.zone().getId());
      JsonFields.number(json, "latitude", c.latitude());
      JsonFields.number(json, "longitude", c.longitude());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Reads the array on whose first token the parser stands. A contract with a zone that this
   * machine does not know is left out: what else the report tells is worth having.
   */
  static List<Contract> read(JsonParser json) throws IOException {
    List<Contract> contracts = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return contracts;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      FlatObject o = FlatObject.read(json);
      Optional<ZoneId> zone = zone(o.text("time_zone"));
      if (zone.isPresent()) {
        contracts.add(contract(o, zone.get()));
      }
    }
    return contracts;
  }

  private static Contract contract(FlatObject o, ZoneId zone) throws IOException {
    return new Contract(
        o.text("contract"),
        o.find("commercial_name").orElse(null),
        o.find("country_code").orElse(null),
        o.find("country").orElse(null),
        zone,
        degrees(o, "latitude"),
        degrees(o, "longitude"));
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Double degrees(FlatObject o, String field) {
    return o.find(field).map(Double::valueOf).orElse(null);
  }
}
