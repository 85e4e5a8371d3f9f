package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Times as {@link JsonFields#text(Instant)} writes them, read without the machinery for every other
 * way to write one, which took a fifth of reading an observation.
 */
final class JsonTimes {
  private static final String SHAPE = "0000-00-00T00:00:00.000Z";

  /** Of every one. */
  static final int LENGTH = 24;

  private static final long SECONDS_A_DAY = 86_400;
  private static final int MILLIS_TO_NANOS = 1_000_000;

  private JsonTimes() {}

  /** The time that the parser stands on; null when it is none, or written in another way. */
  static @Nullable Instant find(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? find(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
        : null;
  }

  static @Nullable Instant find(char[] text, int at, int length) {
    return length == LENGTH ? find(i -> text[at + i]) : null;
  }

  /** The time that begins there; null when there is none. */
  static @Nullable Instant find(byte[] text, int at) {
    return at >= 0 && at + LENGTH <= text.length ? find(i -> text[at + i]) : null;
  }

  private static @Nullable Instant find(IntUnaryOperator text) {
    if (!hasShape(text)) {
      return null;
    }
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    YearMonth of = YearMonth.of(number(text, 0, 4), month);
    return of.isValidDay(day)
        ? Instant.ofEpochSecond(
            of.atDay(day).toEpochDay() * SECONDS_A_DAY + (hour * 60L + minute) * 60 + second,
            (long) number(text, 20, 3) * MILLIS_TO_NANOS)
        : null;
  }

  private static boolean hasShape(IntUnaryOperator text) {
    for (int i = 0; i < LENGTH; i++) {
      char wanted = SHAPE.charAt(i);
      int found = text.applyAsInt(i);
      boolean fits = wanted == '0' ? found >= '0' && found <= '9' : found == wanted;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(IntUnaryOperator text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text.applyAsInt(i) - '0';
    }
    return number;
  }
}
