package org.dockline.poller.simulator.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where GBFS 2.3 and 3.0 say the same in other words. */
enum GbfsDialect {
  V2("2.3") {
    @Override
    void time(JsonGenerator json, String field, Instant time) throws IOException {
      json.writeNumberField(field, time.getEpochSecond());
    }

    @Override
    void text(JsonGenerator json, String field, String text, String language) throws IOException {
      json.writeStringField(field, text);
    }

    @Override
    String vehicles() {
      return "bikes";
    }
  },

  V3("3.0") {
    @Override
    void time(JsonGenerator json, String field, Instant time) throws IOException {
      json.writeStringField(field, time.toString());
    }

    @Override
    void text(JsonGenerator json, String field, String text, String language) throws IOException {
      json.writeArrayFieldStart(field);
      json.writeStartObject();
      json.writeStringField("text", text);
      json.writeStringField("language", language);
      json.writeEndObject();
      json.writeEndArray();
    }

    @Override
    String vehicles() {
      return "vehicles";
    }
  };

  /** Real feeds say this of a station that has never reported. */
  private static final Instant NEVER = Instant.ofEpochSecond(86_400);

  private final String version;

  GbfsDialect(String version) {
    this.version = version;
  }

  String version() {
    return version;
  }

  /** A point in time: POSIX seconds, or RFC 3339. */
  abstract void time(JsonGenerator json, String field, Instant time) throws IOException;

  /** A text for people: plain, or an array by language. */
  abstract void text(JsonGenerator json, String field, String text, String language)
      throws IOException;

  /** What the things that are rented are called in field names. */
  abstract String vehicles();

  void lastReported(JsonGenerator json, @Nullable Instant time) throws IOException {
    time(json, "last_reported", time == null ? NEVER : time);
  }
}
