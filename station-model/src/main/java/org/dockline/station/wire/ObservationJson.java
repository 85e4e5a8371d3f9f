package org.dockline.station.wire;

import static org.dockline.station.wire.JsonFields.flag;
import static org.dockline.station.wire.JsonFields.number;
import static org.dockline.station.wire.JsonFields.text;
import static org.dockline.station.wire.JsonFields.time;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;

/** The value of a record of {@code stations_topic}: one observation as one JSON object. */
public final class ObservationJson {

  private ObservationJson() {}

  /** UTF-8 text; the same observation always gives the same bytes. */
  public static byte[] encode(StationObservation o) {
    return JsonFields.object(json -> write(json, o));
  }

  /** The same as {@link #encode} as text. */
  public static String encodeText(StationObservation o) {
    return new String(encode(o), StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #encode} wrote. Never throws: what can't be read is a rejection.
   *
   * @param value the record's value, UTF-8
   * @param receivedAt the record's time, for the rejection
   */
  public static Decoding<StationObservation> decode(byte[] value, Instant receivedAt) {
    return decode(value, receivedAt, new ObservationFields());
  }

  static Decoding<StationObservation> decode(
      byte[] value, Instant receivedAt, ObservationFields fields) {
    try (JsonParser json = JsonFields.FACTORY.createParser(value)) {
      json.nextToken();
      JsonFields.readObject(json, fields);
      return new Decoding.Decoded<>(fields.build());
    } catch (FieldException e) {
      return rejected(value, receivedAt, e.field(), e.value(), e.reason());
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return rejected(value, receivedAt, null, null, "not readable: " + firstLine(e));
    }
  }

  private static Decoding<StationObservation> rejected(
      byte[] value,
      Instant receivedAt,
      @org.jspecify.annotations.Nullable String field,
      @org.jspecify.annotations.Nullable String bad,
      String reason) {
    String raw = new String(value, StandardCharsets.UTF_8);
    return new Decoding.Rejected<>(
        new Rejection(receivedAt, Source.JCDECAUX_V3, null, null, field, bad, reason, raw));
  }

  static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int newline = message.indexOf('\n');
    return newline < 0 ? message : message.substring(0, newline);
  }

  static void write(JsonGenerator json, StationObservation o) throws IOException {
    json.writeStringField("contract", o.key().contract());
    json.writeStringField("station_id", o.key().stationId());
    writePlace(json, o.place());
    writeCounts(json, o.counts());
    json.writeStringField("status", o.status().name());
    writeFlags(json, o.flags());
    time(json, "reported_at", o.reportedAt());
    time(json, "feed_updated_at", o.feedUpdatedAt());
    time(json, "observed_at", o.observedAt());
    time(json, "polled_at", o.polledAt());
    json.writeStringField("source", o.source().text());
    if (!o.present()) {
      json.writeBooleanField("present", false);
    }
    if (o.extra() != null) {
      json.writeFieldName("extra");
      json.writeRawValue(new SerializedString(o.extra()));
    }
  }

  private static void writePlace(JsonGenerator json, StationObservation.Place p)
      throws IOException {
    text(json, "name", p.name());
    text(json, "address", p.address());
    number(json, "latitude", p.latitude());
    number(json, "longitude", p.longitude());
  }

  private static void writeCounts(JsonGenerator json, StationObservation.Counts c)
      throws IOException {
    number(json, "capacity", c.capacity());
    number(json, "bikes", c.bikes());
    number(json, "docks", c.docks());
    number(json, "mechanical_bikes", c.mechanicalBikes());
    number(json, "electrical_bikes", c.electricalBikes());
    number(json, "bikes_disabled", c.bikesDisabled());
    number(json, "docks_disabled", c.docksDisabled());
  }

  private static void writeFlags(JsonGenerator json, StationObservation.Flags f)
      throws IOException {
    flag(json, "banking", f.banking());
    flag(json, "bonus", f.bonus());
    flag(json, "connected", f.connected());
    flag(json, "overflow", f.overflow());
  }
}
