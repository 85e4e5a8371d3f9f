package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Times as {@link JsonFields#text(Instant)} writes them, read without the machinery for every other
 * way to write one, which took a fifth of reading an observation.
 */
final class JsonTimes {
  private static final String SHAPE = "0000-00-00T00:00:00.000Z";
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
    if (!hasShape(text, at, length)) {
      return null;
    }
    int year = number(text, at, 4);
    int month = number(text, at + 5, 2);
    int day = number(text, at + 8, 2);
    int hour = number(text, at + 11, 2);
    int minute = number(text, at + 14, 2);
    int second = number(text, at + 17, 2);
    boolean isDate = month >= 1 && month <= 12 && day >= 1;
    if (!isDate || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    YearMonth of = YearMonth.of(year, month);
    return of.isValidDay(day)
        ? Instant.ofEpochSecond(
            of.atDay(day).toEpochDay() * SECONDS_A_DAY + (hour * 60L + minute) * 60 + second,
            (long) number(text, at + 20, 3) * MILLIS_TO_NANOS)
        : null;
  }

  private static boolean hasShape(char[] text, int at, int length) {
    if (length != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char wanted = SHAPE.charAt(i);
      char found = text[at + i];
      boolean fits = wanted == '0' ? found >= '0' && found <= '9' : found == wanted;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(char[] text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
