package org.dockline.dashboard.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import org.dockline.dashboard.live.Board;
import org.dockline.dashboard.live.Mark;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/** What the browser's map is told, as small as can be; map.js reads it. */
public final class MarksJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private MarksJson() {}

  /** All stations that have a place: what a page asks for when it begins. */
  public static String all(Moment moment) {
    return write(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", moment.version());
          json.writeArrayFieldStart("stations");
          for (StationObservation o : moment.snapshot().stations().values()) {
            station(json, o, Objects.requireNonNull(moment.board().marks().get(o.key())));
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** The marks that differ from the version before. */
  static String delta(long version, Collection<StationKey> changed, Board board) {
    return write(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", version);
          json.writeArrayFieldStart("marks");
          for (StationKey key : changed) {
            json.writeStartArray();
            json.writeString(key.toString());
            mark(json, Objects.requireNonNull(board.marks().get(key)));
            json.writeEndArray();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void station(JsonGenerator json, StationObservation o, Mark mark)
      throws IOException {
    Double latitude = o.place().latitude();
    Double longitude = o.place().longitude();
    if (latitude == null || longitude == null) {
      return;
    }
    json.writeStartArray();
    json.writeString(o.key().toString());
    mark(json, mark);
    json.writeString(Objects.requireNonNullElse(o.place().name(), o.key().stationId()));
    json.writeNumber(rounded(latitude));
    json.writeNumber(rounded(longitude));
    number(json, o.counts().capacity());
    json.writeEndArray();
  }

  private static void mark(JsonGenerator json, Mark mark) throws IOException {
    json.writeString(mark.band().code());
    number(json, mark.bikes());
    number(json, mark.docks());
  }

  private static void number(JsonGenerator json, @Nullable Integer value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }

  /** A metre is enough on a map. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 100_000) / 100_000.0;
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static String write(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory could not be written", e);
    }
    return text.toString();
  }
}
