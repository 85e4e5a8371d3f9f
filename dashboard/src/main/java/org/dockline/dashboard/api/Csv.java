package org.dockline.dashboard.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an answer as RFC 4180 has them, UTF-8, with a header; facts have no place in it. */
final class Csv implements Told {

  private final Writer out;

  Csv(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void fact(String name, @Nullable Object value) {
    // A table has rows only.
  }

  @Override
  public void rows(String name, List<String> columns) {
    row(columns.toArray());
  }

  @Override
  public void row(@Nullable Object... values) {
    try {
      for (int i = 0; i < values.length; i++) {
        out.write(i == 0 ? "" : ",");
        out.write(values[i] == null ? "" : quoted(String.valueOf(values[i])));
      }
      out.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void endRows() {
    // Nothing follows the rows.
  }

  @Override
  public void close() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
