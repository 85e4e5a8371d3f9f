package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.dockline.poller.decode.Extra;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Values;
import org.dockline.station.StationObservation.Place;
import org.jspecify.annotations.Nullable;

/** One station of {@code station_information}: what it is called, where it stands, its size. */
final class StationInformation implements Json.FieldReader {

  /** For a station that the file does not have. */
  static final StationInformation NONE = new StationInformation();

  private final Extra extra = new Extra();
  private @Nullable String id;
  private @Nullable String name;
  private @Nullable String address;
  private @Nullable Double latitude;
  private @Nullable Double longitude;
  private @Nullable Integer capacity;

  private StationInformation() {}

  static StationInformation of(String raw) throws IOException {
    StationInformation station = new StationInformation();
    Json.readObject(raw, station);
    return station;
  }

  @Override
  public void read(String field, JsonParser json) throws IOException {
    switch (field) {
      case "station_id" -> id = Values.id(field, json);
      case "name" -> name = LocalisedText.read(field, json, extra);
      case "address" -> address = LocalisedText.read(field, json, extra);
      case "lat" -> latitude = Values.degrees(field, json, 90);
      case "lon" -> longitude = Values.degrees(field, json, 180);
      case "capacity" -> capacity = Values.count(field, json);
      default -> extra.keep(field, json);
    }
  }

  String id() throws IOException {
    return Values.required("station_id", id);
  }

  Place place() {
    return new Place(name, address, latitude, longitude);
  }

  @Nullable Integer capacity() {
    return capacity;
  }

  Extra extra() {
    return extra;
  }
}
