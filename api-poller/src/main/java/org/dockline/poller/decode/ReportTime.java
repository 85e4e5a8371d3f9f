package org.dockline.poller.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.dockline.station.ObservationTime;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/**
 * A provider's time of report. One that can't be (1970, negative, far ahead) is as good as none: it
 * is treated as absent, told by {@link #impossible()}, and the caller keeps its text.
 *
 * @param time null when absent or impossible
 * @param impossible whether there was one that can't be
 */
public record ReportTime(@Nullable Instant time, boolean impossible) {

  /** The provider did not say. */
  public static final ReportTime ABSENT = new ReportTime(null, false);

  private static final ReportTime IMPOSSIBLE = new ReportTime(null, true);

  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

  /** Milliseconds since 1970, a whole number. */
  public static ReportTime millis(String field, JsonParser json, Instant polledAt)
      throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> ABSENT;
      case VALUE_NUMBER_INT -> possible(json.getBigIntegerValue(), polledAt);
      default -> throw Values.wrong(field, json, "must be a number of milliseconds");
    };
  }

  /** Seconds since 1970 or RFC 3339, as GBFS has had both. */
  public static ReportTime secondsOrText(String field, JsonParser json, Instant polledAt)
      throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> ABSENT;
      case VALUE_NUMBER_INT -> possible(json.getBigIntegerValue().multiply(THOUSAND), polledAt);
      case VALUE_STRING -> text(field, json, polledAt);
      default -> throw Values.wrong(field, json, "must be a number of seconds or a time");
    };
  }

  /** ISO 8601 with an offset or Z. */
  public static ReportTime text(String field, JsonParser json, Instant polledAt)
      throws IOException {
    String text = Values.text(field, json);
    if (text == null) {
      return ABSENT;
    }
    try {
      return possible(OffsetDateTime.parse(text).toInstant(), polledAt);
    } catch (DateTimeParseException e) {
      throw new FieldException(field, text, "must be a time such as 2025-02-08T16:44:06Z");
    }
  }

  private static ReportTime possible(BigInteger millis, Instant polledAt) {
    try {
      return possible(Instant.ofEpochMilli(millis.longValueExact()), polledAt);
    } catch (ArithmeticException | DateTimeException e) {
      return IMPOSSIBLE;
    }
  }

  private static ReportTime possible(Instant time, Instant polledAt) {
    return ObservationTime.possible(time, polledAt) ? new ReportTime(time, false) : IMPOSSIBLE;
  }
}
