package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Values;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/** How many of each kind stand ready, from {@code vehicle_types_available}. */
final class VehicleCounts {

  /** Not said. */
  static final VehicleCounts NONE = new VehicleCounts(null);

  private final @Nullable Map<VehicleKind, Integer> counts;

  private VehicleCounts(@Nullable Map<VehicleKind, Integer> counts) {
    this.counts = counts;
  }

  /** Adds up; nothing is known as soon as one type is not. */
  static VehicleCounts of(String raw, Map<String, VehicleKind> types) throws IOException {
    Map<VehicleKind, Integer> counts = new EnumMap<>(VehicleKind.class);
    boolean allKnown = true;
    for (String element : Json.elements(raw)) {
      Entry entry = new Entry();
      Json.readObject(element, entry);
      VehicleKind kind = types.get(entry.type());
      if (kind == null) {
        allKnown = false;
      } else {
        counts.merge(kind, entry.count(), Integer::sum);
      }
    }
    return allKnown && !types.isEmpty() ? new VehicleCounts(counts) : NONE;
  }

  /** Null when not known. */
  @Nullable Integer of(VehicleKind kind) {
    return counts == null ? null : Integer.valueOf(counts.getOrDefault(kind, 0));
  }

  private static final class Entry implements Json.FieldReader {
    private @Nullable String type;
    private @Nullable Integer count;

    @Override
    public void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "vehicle_type_id" -> type = Values.id(field, json);
        case "count" -> count = Values.count(field, json);
        default -> json.skipChildren();
      }
    }

    String type() throws FieldException {
      return Values.required("vehicle_types_available.vehicle_type_id", type);
    }

    int count() throws FieldException {
      return Values.required("vehicle_types_available.count", count);
    }
  }
}
