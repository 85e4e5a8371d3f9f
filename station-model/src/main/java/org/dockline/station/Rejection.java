package org.dockline.station;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be understood, as it is kept in quarantine ({@code rejected_topic}).
 *
 * @param polledAt when it was received
 * @param source the protocol it was read as
 * @param contract its contract when that much could be read
 * @param stationId its station when that much could be read
 * @param field the field at fault; null when the whole is
 * @param value the offending value as text; null when there is none
 * @param reason one short sentence
 * @param raw the raw text, cut to {@link #RAW_LIMIT} characters
 */
public record Rejection(
    Instant polledAt,
    Source source,
    @Nullable String contract,
    @Nullable String stationId,
    @Nullable String field,
    @Nullable String value,
    String reason,
    String raw) {

  /** How much raw text is kept: enough for any real station, small beside a message's limit. */
  public static final int RAW_LIMIT = 16_384;

  /** Cuts the raw text and the value. */
  public Rejection {
    raw = cut(raw, RAW_LIMIT);
    value = value == null ? null : cut(value, 1_000);
  }

  /** The same defect, received at another time. */
  public Rejection receivedAgain(Instant when) {
    return new Rejection(when, source, contract, stationId, field, value, reason, raw);
  }

  /** Whether {@code other} is the same defect, whenever it was received. */
  public boolean sameDefectAs(Rejection other) {
    return receivedAgain(other.polledAt).equals(other);
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    // Half a character could not be written as UTF-8.
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }
}
