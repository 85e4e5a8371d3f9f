package org.dockline.poller.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What a provider says in place of stations: {@code {"error": "Unauthorized"}}. */
public final class ErrorObject {

  private ErrorObject() {}

  /** The provider's words when the body is such an object, else a little of the body. */
  public static String reason(AnswerText answer) {
    if (answer.text().isBlank()) {
      return "with an empty body";
    }
    try (JsonParser json = Json.loose(answer.text())) {
      return json.nextToken() == JsonToken.START_OBJECT
          ? reason(json, answer)
          : "with the body '" + answer.excerpt() + "'";
    } catch (IOException e) {
      return "with the body '" + answer.excerpt() + "'";
    }
  }

  /** The parser stands on the object's first token. */
  static String reason(JsonParser json, AnswerText answer) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean error = json.currentName().equals("error");
      JsonToken value = json.nextToken();
      if (error && value.isScalarValue()) {
        return "the provider says '" + json.getText() + "'";
      }
      json.skipChildren();
    }
    return "the body is an object without stations: '" + answer.excerpt() + "'";
  }
}
