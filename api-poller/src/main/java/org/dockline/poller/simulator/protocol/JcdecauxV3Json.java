package org.dockline.poller.simulator.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dockline.poller.simulator.world.StationFacts;
import org.dockline.poller.simulator.world.StationReport;

/** {@code /vls/v3/stations}. */
public final class JcdecauxV3Json {

  private JcdecauxV3Json() {}

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

  /** Writes one station as an object. */
  public static void write(JsonGenerator json, StationFacts f, StationReport r) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", f.number());
    json.writeStringField("contractName", f.contract());
    json.writeStringField("name", f.name());
    json.writeStringField("address", f.address());
    json.writeObjectFieldStart("position");
    json.writeNumberField("latitude", f.latitude());
    json.writeNumberField("longitude", f.longitude());
    json.writeEndObject();
    json.writeBooleanField("banking", f.banking());
    json.writeBooleanField("bonus", f.bonus());
    json.writeStringField("status", r.open() ? "OPEN" : "CLOSED");
    Instant lastUpdate = r.lastUpdate();
    json.writeStringField("lastUpdate", lastUpdate == null ? null : lastUpdate.toString());
    json.writeBooleanField("connected", r.connected());
    json.writeBooleanField("overflow", false);
    json.writeNullField("shape");
    writeStands(json, "totalStands", f, r);
    writeStands(json, "mainStands", f, r);
    json.writeNullField("overflowStands");
    json.writeEndObject();
  }

  private static void writeStands(JsonGenerator json, String field, StationFacts f, StationReport r)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeObjectFieldStart("availabilities");
    json.writeNumberField("bikes", r.bikes());
    json.writeNumberField("stands", r.docks());
    json.writeNumberField("mechanicalBikes", r.mechanicalBikes());
    json.writeNumberField("electricalBikes", r.electricalBikes());
    json.writeNumberField("electricalInternalBatteryBikes", 0);
    json.writeNumberField("electricalRemovableBatteryBikes", r.electricalBikes());
    json.writeEndObject();
    json.writeNumberField("capacity", f.capacity());
    json.writeEndObject();
  }
}
