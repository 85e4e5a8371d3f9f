package org.dockline.poller.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import org.dockline.station.wire.FieldException;
import org.dockline.station.wire.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * Single values, each of one type: JSON null is null, everything else that is not of the type is a
 * {@link FieldException}.
 */
public final class Values {

  /** No station holds as many of anything; larger numbers are defects such as Integer.MAX_VALUE. */
  public static final int LARGEST_COUNT = 100_000;

  private Values() {}

  /** A text that can be written again. */
  public static @Nullable String text(String field, JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING -> unicode(field, json.getText());
      default -> throw wrong(field, json, "must be a text");
    };
  }

  /** A number of pieces, 0 to {@link #LARGEST_COUNT}. */
  public static @Nullable Integer count(String field, JsonParser json) throws IOException {
    Long value = whole(field, json);
    if (value == null) {
      return null;
    }
    if (value < 0 || value > LARGEST_COUNT) {
      throw new FieldException(
          field,
          Long.toString(value),
          value < 0 ? "must not be negative" : "must be at most " + LARGEST_COUNT);
    }
    return value.intValue();
  }

  /** A whole number. */
  public static @Nullable Long whole(String field, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw wrong(field, json, "must be a whole number");
    }
    try {
      return json.getLongValue();
    } catch (InputCoercionException e) {
      throw new FieldException(field, json.getText(), "must be a whole number of usual size");
    }
  }

  /** Degrees, from -limit to limit. */
  public static @Nullable Double degrees(String field, JsonParser json, int limit)
      throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!json.currentToken().isNumeric()) {
      throw wrong(field, json, "must be a number");
    }
    double value = json.getDoubleValue();
    if (!(Math.abs(value) <= limit)) {
      throw new FieldException(field, json.getText(), "must lie in -" + limit + ".." + limit);
    }
    return value;
  }

  /** Yes or no, also written 1 or 0. */
  public static @Nullable Boolean flag(String field, JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> flag(field, json.getText());
      default -> throw wrong(field, json, "must be true, false, 1 or 0");
    };
  }

  /** An identifier: a text or a whole number, not blank; the number's text is the id. */
  public static @Nullable String id(String field, JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> json.getText();
      case VALUE_STRING -> notBlank(field, unicode(field, json.getText()));
      default -> throw wrong(field, json, "must be a text or a whole number");
    };
  }

  private static String notBlank(String field, String text) throws FieldException {
    if (text.isBlank()) {
      throw new FieldException(field, text, "must not be blank");
    }
    return text;
  }

  /** The text of a whole value, verbatim but for white space. */
  public static String raw(JsonParser json) throws IOException {
    return RawJson.of(json);
  }

  /** A field that must be there. */
  public static <T> T required(String field, @Nullable T value) throws FieldException {
    if (value == null) {
      throw new FieldException(field, "absent", "is required");
    }
    return value;
  }

  /** The value is of a wrong kind. */
  public static FieldException wrong(String field, JsonParser json, String reason)
      throws IOException {
    return new FieldException(field, raw(json), reason);
  }

  /** A text that has its surrogates in pairs, for only such a text can be written as UTF-8. */
  static String unicode(String field, String text) throws FieldException {
    int half = Unicode.halfCharacter(text);
    if (half >= 0) {
      String found = "U+%04X".formatted((int) text.charAt(half));
      throw new FieldException(field, found, "must not hold half a character");
    }
    return text;
  }

  private static boolean flag(String field, String digit) throws FieldException {
    if (!digit.equals("0") && !digit.equals("1")) {
      throw new FieldException(field, digit, "must be true, false, 1 or 0");
    }
    return digit.equals("1");
  }
}
