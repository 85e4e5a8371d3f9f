package org.dockline.poller.simulator.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dockline.poller.simulator.world.StationFacts;
import org.dockline.poller.simulator.world.StationReport;

/** {@code /vls/v1/stations}. */
public final class JcdecauxV1Json {

  private JcdecauxV1Json() {}

  /** The array of these stations. */
  public static JsonBody stations(List<ShownStation> stations) {
    return json -> {
      json.writeStartArray();
      for (ShownStation s : stations) {
        write(json, s.facts(), s.report());
      }
      json.writeEndArray();
    };
  }

  private static void write(JsonGenerator json, StationFacts f, StationReport r)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", f.number());
    json.writeStringField("contract_name", f.contract());
    json.writeStringField("name", f.name());
    json.writeStringField("address", f.address());
    json.writeObjectFieldStart("position");
    json.writeNumberField("lat", f.latitude());
    json.writeNumberField("lng", f.longitude());
    json.writeEndObject();
    json.writeBooleanField("banking", f.banking());
    json.writeBooleanField("bonus", f.bonus());
    json.writeNumberField("bike_stands", f.capacity());
    json.writeNumberField("available_bike_stands", r.docks());
    json.writeNumberField("available_bikes", r.bikes());
    json.writeStringField("status", r.open() ? "OPEN" : "CLOSED");
    Instant lastUpdate = r.lastUpdate();
    if (lastUpdate == null) {
      json.writeNullField("last_update");
    } else {
      json.writeNumberField("last_update", lastUpdate.toEpochMilli());
    }
    json.writeEndObject();
  }
}
