package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Small steps that all codecs share: absent is null, times are ISO-8601 UTC with milliseconds. */
final class JsonFields {

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private JsonFields() {}

  /** Writes fields of one object. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** Reads the value of one field; the parser stands on the value's first token. */
  interface FieldReader {
    void read(String field, JsonParser json) throws IOException;
  }

  static byte[] object(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return out.toByteArray();
  }

  /** Reads one object, field by field; every value must be consumed or skipped by the reader. */
  static void readObject(JsonParser json, FieldReader reader) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException("an object was expected, but found " + json.currentToken());
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      reader.read(field, json);
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException("the object is not closed");
    }
  }

  /** See {@link RawJson}. */
  static String rawValue(JsonParser json) throws IOException {
    return RawJson.of(json);
  }

  static String text(Instant instant) {
    return MILLIS.format(instant);
  }

  static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  static void number(JsonGenerator json, String field, @Nullable Integer value) throws IOException {
    if (value != null) {
      json.writeNumberField(field, value);
    }
  }

  static void number(JsonGenerator json, String field, @Nullable Double value) throws IOException {
    if (value != null) {
      json.writeNumberField(field, value);
    }
  }

  static void flag(JsonGenerator json, String field, @Nullable Boolean value) throws IOException {
    if (value != null) {
      json.writeBooleanField(field, value);
    }
  }

  static void time(JsonGenerator json, String field, @Nullable Instant value) throws IOException {
    if (value != null) {
      json.writeStringField(field, text(value));
    }
  }
}
