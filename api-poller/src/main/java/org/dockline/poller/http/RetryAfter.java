package org.dockline.poller.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header of that name: seconds, or a date. */
final class RetryAfter {

  private static final int LONGEST_NUMBER = 9;

  private RetryAfter() {}

  /** Null when there is none, or one that can't be read; never negative. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    if (value.matches("\\d{1," + LONGEST_NUMBER + "}")) {
      return Duration.ofSeconds(Integer.parseInt(value));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
