package org.dockline.poller.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/**
 * The fields that have no name in the model, verbatim and in the order of their names, so that a
 * provider that shuffles its fields changes nothing.
 */
public final class Extra {

  private final Map<String, String> fields = new TreeMap<>();

  /** Keeps the value on which the parser stands. */
  public void keep(String field, JsonParser json) throws IOException {
    keep(field, Values.raw(json));
  }

  /**
   * Keeps a value.
   *
   * @param raw the value as JSON
   * @throws FieldException when the field was there already
   */
  public void keep(String field, String raw) throws FieldException {
    Values.unicode("extra", field);
    Values.unicode(field, raw);
    if (fields.putIfAbsent(field, raw) != null) {
      throw new FieldException(field, raw, "must occur once");
    }
  }

  /** Adds all of another; a field of this one with another value stays, the other is prefixed. */
  public void merge(Extra other, String prefix) throws FieldException {
    for (Map.Entry<String, String> e : other.fields.entrySet()) {
      String here = fields.get(e.getKey());
      if (here == null) {
        fields.put(e.getKey(), e.getValue());
      } else if (!here.equals(e.getValue())) {
        keep(prefix + e.getKey(), e.getValue());
      }
    }
  }

  /** The text of one JSON object; null when there is nothing. */
  public @Nullable String text() {
    return fields.isEmpty()
        ? null
        : fields.entrySet().stream()
            .map(e -> quoted(e.getKey()) + ":" + e.getValue())
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String name) {
    StringBuilder out = new StringBuilder(name.length() + 2).append('"');
    JsonStringEncoder.getInstance().quoteAsString(name, out);
    return out.append('"').toString();
  }
}
