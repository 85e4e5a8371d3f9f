package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The module's README tells every column of every view for analysts, and no other. */
class ViewDocumentationTest {

  private static final Pattern VIEW = Pattern.compile("### `(v_\\w+)`: .+");
  private static final Pattern COLUMN =
      Pattern.compile("\\| `(\\w+)` \\| ([^|]*) \\| ([^|]+) \\| ([^|]+) \\|");

  @Test
  void tellsEveryColumnInItsPlace() throws IOException {
    Map<String, List<String>> real = ViewColumns.of(H2Database.migrated());
    real.keySet().removeIf(view -> !ViewColumns.forAnalysts(view));
    assertThat(documented()).isEqualTo(real).hasSizeGreaterThan(15);
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> views = new TreeMap<>();
    List<String> columns = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      Matcher view = VIEW.matcher(line);
      Matcher column = COLUMN.matcher(line);
      if (view.matches()) {
        columns = views.computeIfAbsent(view.group(1), name -> new ArrayList<>());
      } else if (column.matches()) {
        columns.add(column.group(1));
      }
    }
    return views;
  }
}
