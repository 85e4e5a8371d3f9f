package org.dockline.poller.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.List;
import org.dockline.station.wire.FieldException;

/** The two ways to read JSON here: loosely to find where things end, strictly to believe them. */
public final class Json {

  /** Consumers read what is kept of a station inside one more object. */
  private static final StreamReadConstraints WELL_WITHIN_CONSUMERS =
      StreamReadConstraints.builder().maxNestingDepth(100).maxNameLength(1_000).build();

  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(WELL_WITHIN_CONSUMERS)
          .build();

  private static final JsonFactory LOOSE =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .build();

  private Json() {}

  /** Reads the value of one field; the parser stands on the value's first token. */
  public interface FieldReader {
    /** Must leave the parser on the value's last token. */
    void read(String field, JsonParser json) throws IOException;
  }

  /** For finding where things are; accepts more than JSON. */
  public static JsonParser loose(String text) throws IOException {
    return LOOSE.createParser(text);
  }

  /**
   * Reads a whole text that is one object, each field once.
   *
   * @throws FieldException when a field is wrong
   * @throws IOException when it is no well-formed object
   */
  public static void readObject(String text, FieldReader reader) throws IOException {
    try (JsonParser json = STRICT.createParser(text)) {
      json.nextToken();
      readFields("", json, reader);
      if (json.nextToken() != null) {
        throw new IOException("text follows after the object");
      }
    }
  }

  /**
   * The elements of a whole text that is one array.
   *
   * @throws IOException when it is none
   */
  public static List<String> elements(String text) throws IOException {
    try (JsonParser json = STRICT.createParser(text)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("an array was expected");
      }
      Elements elements = Elements.read(text, json);
      if (elements.reason() != null) {
        throw new IOException(elements.reason());
      }
      return elements.texts();
    }
  }

  /**
   * Reads an object inside another; null reads as an object without fields.
   *
   * @param path of the object, for messages and as the prefix of its fields' names
   */
  public static void readNested(String path, JsonParser json, FieldReader reader)
      throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      readFields(path + ".", json, reader);
    }
  }

  private static void readFields(String prefix, JsonParser json, FieldReader reader)
      throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      String field = prefix.isEmpty() ? "station" : prefix.substring(0, prefix.length() - 1);
      throw new FieldException(field, Values.raw(json), "must be an object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = prefix + json.currentName();
      json.nextToken();
      reader.read(field, json);
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException("the object is not closed");
    }
  }
}
