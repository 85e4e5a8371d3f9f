package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.dockline.poller.decode.Extra;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Values;
import org.jspecify.annotations.Nullable;

/** A text as such (2.x), or in several languages (3.0), of which the operator's first is taken. */
final class LocalisedText implements Json.FieldReader {

  private @Nullable String text;

  private LocalisedText() {}

  /** Reads either; several languages are kept whole as an extra field. */
  static @Nullable String read(String field, JsonParser json, Extra extra) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return Values.text(field, json);
    }
    String raw = Values.raw(json);
    String first = null;
    int languages = 0;
    for (String element : Json.elements(raw)) {
      LocalisedText one = new LocalisedText();
      Json.readObject(element, one);
      first = languages == 0 ? one.text : first;
      languages++;
    }
    if (languages > 1) {
      extra.keep(field, raw);
    }
    return first;
  }

  @Override
  public void read(String field, JsonParser json) throws IOException {
    if (field.equals("text")) {
      text = Values.text(field, json);
    } else {
      json.skipChildren();
    }
  }
}
