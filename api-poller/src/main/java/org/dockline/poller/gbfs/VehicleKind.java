package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Values;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/** What a vehicle type is to us. */
enum VehicleKind {
  MECHANICAL_BIKE,
  ELECTRICAL_BIKE,
  /** A car, a scooter, anything that is no bike, or not said. */
  OTHER;

  /**
   * One element of {@code vehicle_types}.
   *
   * @param id its id
   * @param kind what it is
   */
  record Type(String id, VehicleKind kind) {

    static Type of(String raw) throws IOException {
      Fields fields = new Fields();
      Json.readObject(raw, fields);
      return new Type(Values.required("vehicle_type_id", fields.id), fields.kind());
    }
  }

  private static final class Fields implements Json.FieldReader {
    private @Nullable String id;
    private @Nullable String form;
    private @Nullable String propulsion;

    @Override
    public void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "vehicle_type_id" -> id = Values.id(field, json);
        case "form_factor" -> form = Values.text(field, json);
        case "propulsion_type" -> propulsion = Values.text(field, json);
        default -> json.skipChildren();
      }
    }

    VehicleKind kind() throws FieldException {
      if (!"bicycle".equals(form) && !"cargo_bicycle".equals(form)) {
        return OTHER;
      }
      return switch (Values.required("propulsion_type", propulsion)) {
        case "human" -> MECHANICAL_BIKE;
        case "electric_assist", "electric" -> ELECTRICAL_BIKE;
        default -> OTHER;
      };
    }
  }
}
