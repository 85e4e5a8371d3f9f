package org.dockline.dashboard.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer as RFC 4180 has them, UTF-8, with a header; facts have no place in it. What
 * operators call their stations is opened in spreadsheets: a text that one would take for a formula
 * begins with an apostrophe, as OWASP advises against CSV injection.
 */
final class Csv implements Told {

  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n＝＋－＠]");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

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
        out.write(cell(values[i]));
      }
      out.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    return quoted(value instanceof Number ? text : harmless(text));
  }

  /** Numbers that came as text, minus or not, are harmless as they are. */
  private static String harmless(String text) {
    boolean formula = FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
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
