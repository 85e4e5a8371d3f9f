package org.dockline.poller.simulator.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.dockline.poller.simulator.world.City;

/** {@code /vls/v1/contracts} and {@code /vls/v3/contracts}, which are alike. */
public final class JcdecauxContractsJson {

  private JcdecauxContractsJson() {}

  /** The array of these contracts. */
  public static JsonBody contracts(List<City> cities) {
    return json -> {
      json.writeStartArray();
      for (City city : cities) {
        write(json, city);
      }
      json.writeEndArray();
    };
  }

  private static void write(JsonGenerator json, City city) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", city.contract().name());
    if (city.metadataKnown()) {
      json.writeStringField("commercial_name", city.contract().commercialName());
      json.writeArrayFieldStart("cities");
      json.writeString(city.city());
      json.writeEndArray();
      json.writeStringField("country_code", city.contract().countryCode());
    } else {
      json.writeNullField("commercial_name");
      json.writeNullField("cities");
      json.writeNullField("country_code");
    }
    json.writeEndObject();
  }
}
