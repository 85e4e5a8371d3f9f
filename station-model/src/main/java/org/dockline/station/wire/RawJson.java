package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Keeps a provider's JSON as it came: numbers digit by digit, texts letter by letter; only white
 * space and needless escapes go. Written once so and read again, it stays the same.
 */
public final class RawJson {

  private RawJson() {}

  /**
   * The text of a whole value. The parser stands on its first token, and on its last afterwards.
   *
   * @throws IOException when the value is not well-formed
   */
  public static String of(JsonParser json) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = JsonFields.FACTORY.createGenerator(text)) {
      copy(json, copy);
    }
    return text.toString();
  }

  private static void copy(JsonParser json, JsonGenerator copy) throws IOException {
    int depth = 0;
    do {
      JsonToken token = json.currentToken();
      if (token == null) {
        throw new IOException("the value is not closed");
      }
      if (token.isNumeric()) {
        copy.writeNumber(json.getText());
      } else {
        copy.copyCurrentEvent(json);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    } while (depth > 0 && proceed(json));
  }

  private static boolean proceed(JsonParser json) throws IOException {
    json.nextToken();
    return true;
  }
}
