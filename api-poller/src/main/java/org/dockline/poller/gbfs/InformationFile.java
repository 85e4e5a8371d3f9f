package org.dockline.poller.gbfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.poller.decode.Elements;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code station_information} says, kept until its time to live is over.
 *
 * @param stations by id, in the order of the file
 * @param rejections what could not be read; a station among them is rejected as a whole, so that it
 *     does not lose its name and place for a while
 * @param cut why the file is not whole; null when it is
 */
record InformationFile(
    Map<String, StationInformation> stations, List<Rejection> rejections, @Nullable String cut) {

  static InformationFile read(GbfsDocument file, StationDecoder decoder) {
    Map<String, StationInformation> stations = new LinkedHashMap<>();
    List<Rejection> rejections = new ArrayList<>();
    Elements elements = file.arrays().getFirst();
    for (String raw : elements.texts()) {
      if (decoder.decode(raw, file.damaged(), text -> add(text, stations))
          instanceof Decoding.Rejected<String>(Rejection rejection)) {
        rejections.add(rejection);
      }
    }
    elements.rest(decoder).ifPresent(rejections::add);
    return new InformationFile(stations, rejections, elements.reason());
  }

  boolean rejects(String stationId) {
    return rejections.stream().anyMatch(r -> stationId.equals(r.stationId()))
        && !stations.containsKey(stationId);
  }

  StationInformation get(String stationId) {
    return stations.getOrDefault(stationId, StationInformation.NONE);
  }

  private static String add(String raw, Map<String, StationInformation> stations)
      throws IOException {
    StationInformation station = StationInformation.of(raw);
    if (stations.putIfAbsent(station.id(), station) != null) {
      throw new FieldException("station_id", station.id(), "occurs more than once in one file");
    }
    return station.id();
  }
}
