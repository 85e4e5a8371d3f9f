package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one observation while its JSON is read. */
final class ObservationFields implements JsonFields.FieldReader {

  private @Nullable String contract;
  private @Nullable String stationId;
  private @Nullable String name;
  private @Nullable String address;
  private @Nullable Double latitude;
  private @Nullable Double longitude;
  private @Nullable Integer capacity;
  private @Nullable Integer bikes;
  private @Nullable Integer docks;
  private @Nullable Integer mechanicalBikes;
  private @Nullable Integer electricalBikes;
  private @Nullable Integer bikesDisabled;
  private @Nullable Integer docksDisabled;
  private @Nullable StationStatus status;
  private @Nullable Boolean banking;
  private @Nullable Boolean bonus;
  private @Nullable Boolean connected;
  private @Nullable Boolean overflow;
  private @Nullable Instant reportedAt;
  private @Nullable Instant feedUpdatedAt;
  private @Nullable Instant polledAt;
  private @Nullable Source source;
  private @Nullable String extra;
  private boolean present = true;
  private final @Nullable TimeSpans times;

  ObservationFields() {
    this(null);
  }

  /** Notes where times are written; null: nobody asks. */
  ObservationFields(@Nullable TimeSpans times) {
    this.times = times;
  }

  @Override
  public void read(String field, JsonParser json) throws IOException {
    switch (field) {
      case "contract" -> contract = text(field, json);
      case "station_id" -> stationId = text(field, json);
      case "name" -> name = text(field, json);
      case "address" -> address = text(field, json);
      case "latitude" -> latitude = real(field, json);
      case "longitude" -> longitude = real(field, json);
      case "capacity" -> capacity = count(field, json);
      case "bikes" -> bikes = count(field, json);
      case "docks" -> docks = count(field, json);
      case "mechanical_bikes" -> mechanicalBikes = count(field, json);
      case "electrical_bikes" -> electricalBikes = count(field, json);
      case "bikes_disabled" -> bikesDisabled = count(field, json);
      case "docks_disabled" -> docksDisabled = count(field, json);
      case "status" -> status = status(field, json);
      case "banking" -> banking = flag(field, json);
      case "bonus" -> bonus = flag(field, json);
      case "connected" -> connected = flag(field, json);
      case "overflow" -> overflow = flag(field, json);
      case "reported_at" -> reportedAt = time(field, json);
      case "feed_updated_at" -> feedUpdatedAt = time(field, json);
      case "polled_at" -> polledAt = time(field, json);
      case "source" -> source = source(field, json);
      case "present" -> present = flag(field, json);
      case "extra" -> extra = JsonFields.rawValue(json);
      // It is there for people: it follows from reported_at and polled_at.
      case "observed_at" -> {
        note(field, json);
        json.skipChildren();
      }
      default -> json.skipChildren();
    }
  }

  private void note(String field, JsonParser json) {
    if (times != null) {
      times.note(field, json);
    }
  }

  StationObservation build() throws FieldException {
    return new StationObservation(
        new StationKey(required("contract", contract), required("station_id", stationId)),
        new Place(name, address, latitude, longitude),
        new Counts(
            capacity, bikes, docks, mechanicalBikes, electricalBikes, bikesDisabled, docksDisabled),
        required("status", status),
        new Flags(banking, bonus, connected, overflow),
        reportedAt,
        feedUpdatedAt,
        required("polled_at", polledAt),
        required("source", source),
        extra,
        present);
  }

  private static <T> T required(String field, @Nullable T value) throws FieldException {
    if (value == null) {
      throw new FieldException(field, "absent", "is required");
    }
    return value;
  }

  private static String text(String field, JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new FieldException(field, JsonFields.rawValue(json), "must be a text");
    }
    return json.getText();
  }

  private static double real(String field, JsonParser json) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw new FieldException(field, JsonFields.rawValue(json), "must be a number");
    }
    return json.getDoubleValue();
  }

  private static int count(String field, JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw new FieldException(field, JsonFields.rawValue(json), "must be a whole number");
    }
    int value = json.getIntValue();
    if (value < 0) {
      throw new FieldException(field, Integer.toString(value), "must not be negative");
    }
    return value;
  }

  private static boolean flag(String field, JsonParser json) throws IOException {
    if (!json.currentToken().isBoolean()) {
      throw new FieldException(field, JsonFields.rawValue(json), "must be true or false");
    }
    return json.getBooleanValue();
  }

  private Instant time(String field, JsonParser json) throws IOException {
    note(field, json);
    Instant written = JsonTimes.find(json);
    if (written != null) {
      return written;
    }
    String text = text(field, json);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new FieldException(field, text, "must be an ISO-8601 time in UTC");
    }
  }

  private static StationStatus status(String field, JsonParser json) throws IOException {
    String text = text(field, json);
    for (StationStatus s : StationStatus.values()) {
      if (s.name().equals(text)) {
        return s;
      }
    }
    throw new FieldException(field, text, "must be OPEN, CLOSED or UNKNOWN");
  }

  private static Source source(String field, JsonParser json) throws IOException {
    String text = text(field, json);
    return Source.find(text)
        .orElseThrow(() -> new FieldException(field, text, "must be one of " + Source.names()));
  }
}
