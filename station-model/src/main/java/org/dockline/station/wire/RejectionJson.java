package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.dockline.station.Rejection;
import org.dockline.station.Source;

/** The value of a record of {@code rejected_topic}. */
public final class RejectionJson {

  private RejectionJson() {}

  /** UTF-8 text of one JSON object. */
  public static byte[] encode(Rejection r) {
    return JsonFields.object(json -> write(json, r));
  }

  /** Reads what {@link #encode} wrote; empty when it can't be read. */
  public static Optional<Rejection> decode(byte[] value) {
    try (JsonParser json = JsonFields.FACTORY.createParser(value)) {
      json.nextToken();
      return Optional.of(read(json));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static void write(JsonGenerator json, Rejection r) throws IOException {
    JsonFields.time(json, "polled_at", r.polledAt());
    json.writeStringField("source", r.source().text());
    JsonFields.text(json, "contract", r.contract());
    JsonFields.text(json, "station_id", r.stationId());
    JsonFields.text(json, "field", r.field());
    JsonFields.text(json, "value", r.value());
    json.writeStringField("reason", r.reason());
    json.writeStringField("raw", r.raw());
  }

  /** Reads one object on whose START_OBJECT the parser stands. */
  static Rejection read(JsonParser json) throws IOException {
    FlatObject o = FlatObject.read(json);
    String source = o.text("source");
    return new Rejection(
        Instant.parse(o.text("polled_at")),
        Source.find(source).orElseThrow(() -> new IOException("unknown source " + source)),
        o.find("contract").orElse(null),
        o.find("station_id").orElse(null),
        o.find("field").orElse(null),
        o.find("value").orElse(null),
        o.text("reason"),
        o.text("raw"));
  }
}
