package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The scalar fields of one small JSON object, by name; nulls are passed over. */
final class FlatObject {

  private final Map<String, String> fields = new HashMap<>();

  static FlatObject read(JsonParser json) throws IOException {
    return read(json, (field, value) -> value.skipChildren());
  }

  /**
   * Reads one object.
   *
   * @param nested is given each value that is itself an object or an array
   */
  static FlatObject read(JsonParser json, JsonFields.FieldReader nested) throws IOException {
    FlatObject o = new FlatObject();
    JsonFields.readObject(
        json,
        (field, value) -> {
          if (value.currentToken().isStructStart()) {
            nested.read(field, value);
          } else if (value.currentToken() != JsonToken.VALUE_NULL) {
            o.fields.put(field, value.getText());
          }
        });
    return o;
  }

  Optional<String> find(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  String text(String field) throws IOException {
    return find(field).orElseThrow(() -> new IOException("field " + field + " is absent"));
  }

  Optional<Long> findNumber(String field) {
    return find(field).map(Long::valueOf);
  }

  long number(String field) throws IOException {
    return Long.parseLong(text(field));
  }

  boolean flag(String field) {
    return Boolean.parseBoolean(fields.get(field));
  }
}
