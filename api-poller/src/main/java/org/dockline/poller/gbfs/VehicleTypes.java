package org.dockline.poller.gbfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.poller.decode.Elements;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;

/**
 * What {@code vehicle_types} says.
 *
 * @param kinds by id
 * @param rejections what could not be read
 */
record VehicleTypes(Map<String, VehicleKind> kinds, List<Rejection> rejections) {

  static final VehicleTypes NONE = new VehicleTypes(Map.of(), List.of());

  static VehicleTypes read(GbfsDocument file, StationDecoder decoder) {
    Map<String, VehicleKind> kinds = new HashMap<>();
    List<Rejection> rejections = new ArrayList<>();
    Elements elements = file.arrays().getFirst();
    for (String raw : elements.texts()) {
      switch (decoder.decode(raw, file.damaged(), VehicleKind.Type::of)) {
        case Decoding.Decoded<VehicleKind.Type>(VehicleKind.Type type) ->
            kinds.put(type.id(), type.kind());
        case Decoding.Rejected<VehicleKind.Type>(Rejection rejection) -> rejections.add(rejection);
      }
    }
    elements.rest(decoder).ifPresent(rejections::add);
    return new VehicleTypes(kinds, rejections);
  }
}
