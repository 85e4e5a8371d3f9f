package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the bytes of an observation its times are written, as {@link JsonTimes} reads them. */
final class TimeSpans {

  /**
   * A time.
   *
   * @param field of the observation
   * @param start of its first digit
   */
  private record Span(String field, int start) {
    int end() {
      return start + JsonTimes.LENGTH;
    }
  }

  private final List<Span> spans = new ArrayList<>();

  /** The parser stands on the field's value. */
  void note(String field, JsonParser json) {
    long quote = json.currentTokenLocation().getByteOffset();
    spans.add(new Span(field, Math.toIntExact(quote + 1)));
  }

  /** Whether each of them is a time in quotes: what another time in its place leaves readable. */
  boolean areTimesIn(byte[] text) {
    return spans.stream()
        .allMatch(
            s ->
                s.start() > 0
                    && s.end() < text.length
                    && text[s.start() - 1] == '"'
                    && text[s.end()] == '"'
                    && JsonTimes.find(text, s.start()) != null);
  }

  /** Whether two texts of one length are the same but for them, and have times there. */
  boolean areAllThatDiffersIn(byte[] before, byte[] after) {
    int from = 0;
    for (Span span : spans) {
      if (!Arrays.equals(before, from, span.start(), after, from, span.start())
          || JsonTimes.find(after, span.start()) == null) {
        return false;
      }
      from = span.end();
    }
    return Arrays.equals(before, from, before.length, after, from, after.length);
  }

  /** The time of a field as that text has it; null when the field was not noted. */
  @Nullable Instant time(String field, byte[] text) {
    return spans.stream()
        .filter(span -> span.field().equals(field))
        .findFirst()
        .map(span -> JsonTimes.find(text, span.start()))
        .orElse(null);
  }
}
