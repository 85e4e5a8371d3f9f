package org.dockline.poller.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** An answer that should be one array of stations. */
public sealed interface StationArray {

  /** It is an array, perhaps cut, perhaps with text after it (empty when there is none). */
  record Found(Elements elements, String rest) implements StationArray {}

  /** It is something else; the reason quotes a little of it. */
  record Unusable(String reason) implements StationArray {}

  /** Looks what it is. */
  static StationArray in(AnswerText answer) {
    String text = answer.text();
    if (text.isBlank()) {
      return new Unusable("the body is empty");
    }
    try (JsonParser json = Json.loose(text)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY) {
        Elements elements = Elements.read(text, json);
        String rest =
            elements.remainder() == null
                ? text.substring((int) json.currentLocation().getCharOffset()).strip()
                : "";
        return new Found(elements, rest);
      }
      return new Unusable(
          first == JsonToken.START_OBJECT
              ? ErrorObject.reason(json, answer)
              : "the body is no array of stations but '" + answer.excerpt() + "'");
    } catch (IOException e) {
      return new Unusable("the body is no JSON but '" + answer.excerpt() + "'");
    }
  }
}
