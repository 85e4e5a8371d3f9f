package org.dockline.poller.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dockline.station.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array, each as its own text, and what is left when the array does not end.
 *
 * @param texts the whole elements, verbatim
 * @param remainder null when the array is whole; else everything after the last whole element
 * @param reason why it is not whole; null when it is
 */
public record Elements(List<String> texts, @Nullable String remainder, @Nullable String reason) {

  /** Takes a copy. */
  public Elements {
    texts = List.copyOf(texts);
  }

  /** Reads from an array on whose first token the parser stands. */
  public static Elements read(String text, JsonParser json) {
    List<String> texts = new ArrayList<>();
    int end = offset(json) + 1;
    try {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == null) {
          return new Elements(texts, text.substring(end), "the answer ends before its end");
        }
        int start = offset(json);
        json.skipChildren();
        json.finishToken();
        end = (int) json.currentLocation().getCharOffset();
        texts.add(text.substring(start, end));
      }
      return new Elements(texts, null, null);
    } catch (IOException e) {
      return new Elements(texts, text.substring(end), "the answer breaks off: " + firstLine(e));
    }
  }

  /** The value on whose first token the parser stands, as if it were alone in an array. */
  public static Elements only(String text, JsonParser json) throws IOException {
    int start = offset(json);
    json.skipChildren();
    json.finishToken();
    String value = text.substring(start, (int) json.currentLocation().getCharOffset());
    return new Elements(List.of(value), null, null);
  }

  /** What is left of an array that does not end, as a rejection. */
  public Optional<Rejection> rest(StationDecoder decoder) {
    return remainder == null || reason == null
        ? Optional.empty()
        : Optional.of(decoder.rejectedWhole(remainder, reason));
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getCharOffset();
  }

  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
