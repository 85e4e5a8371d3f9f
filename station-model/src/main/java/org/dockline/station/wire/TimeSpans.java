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

  /**
   * The times of a text that is as long as another and the same but for them; null when it is not.
   */
  @Nullable Times findAllThatDiffers(byte[] before, byte[] after) {
    List<Instant> found = new ArrayList<>(spans.size());
    int from = 0;
    for (Span span : spans) {
      if (!Arrays.equals(before, from, span.start(), after, from, span.start())) {
        return null;
      }
      Instant time = JsonTimes.find(after, span.start());
      if (time == null) {
        return null;
      }
      found.add(time);
      from = span.end();
    }
    return Arrays.equals(before, from, before.length, after, from, after.length)
        ? new Times(spans, found)
        : null;
  }

  /** The times of one text, each read once. */
  static final class Times {
    private final List<Span> spans;
    private final List<Instant> times;

    private Times(List<Span> spans, List<Instant> times) {
      this.spans = spans;
      this.times = times;
    }

    /** The time of a field; null when it was not noted. */
    @Nullable Instant find(String field) {
      for (int i = 0; i < times.size(); i++) {
        if (spans.get(i).field().equals(field)) {
          return times.get(i);
        }
      }
      return null;
    }
  }
}
