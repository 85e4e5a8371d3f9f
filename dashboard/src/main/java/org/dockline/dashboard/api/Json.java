package org.dockline.dashboard.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as one JSON object, written as it comes. */
final class Json implements Told {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private List<String> columns = List.of();

  Json(OutputStream out) {
    try {
      json = FACTORY.createGenerator(out);
      json.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void fact(String name, @Nullable Object value) {
    try {
      if (value != null) {
        json.writeFieldName(name);
        write(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void rows(String name, List<String> names) {
    columns = names;
    try {
      json.writeArrayFieldStart(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void row(@Nullable Object... values) {
    try {
      json.writeStartObject();
      for (int i = 0; i < values.length; i++) {
        fact(columns.get(i), values[i]);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void endRows() {
    try {
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts, numbers, yes or no, lists and maps of these; all else as its text. */
  private void write(Object value) throws IOException {
    switch (value) {
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          fact(String.valueOf(entry.getKey()), entry.getValue());
        }
        json.writeEndObject();
      }
      case Collection<?> list -> {
        json.writeStartArray();
        for (Object one : list) {
          write(one);
        }
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
