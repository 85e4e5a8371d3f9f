package org.dockline.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a page of what services print when they are asked for {@code --help}. */
final class ConfigurationPage {

  private static final Pattern BEGIN =
      Pattern.compile(
          " {2,8}([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?:, [A-Z][A-Z0-9_]+)*|LOGIN)(?: (.*))?");
  private static final Pattern MORE = Pattern.compile(" {16,}(\\S.*)");

  /** The last words in brackets, which say what holds when nothing is given. */
  private static final Pattern DEFAULT = Pattern.compile("(.*?),? ?\\(([^()]+)\\)");

  private final StringBuilder page =
      new StringBuilder(
          """
          # Settings

          Made from what each service says of itself (`--help`); a test fails when this page is stale, and writes it with
          `-Ddockline.write=true`. Settings are environment variables, the same names everywhere. Durations are ISO-8601. A setting that is
          wrong or missing is reported at the start, by name, with all others. A secret `X` can also be given as `X_FILE`, the path of a file
          that holds it. `./dockline up` starts each service with settings that fit together; README.md names its own.
          """);

  /** Adds one service. */
  ConfigurationPage add(String title, String help) {
    List<String> rows = rows(help);
    if (rows.isEmpty()) {
      throw new AssertionError(title + " names no setting in its help:\n" + help);
    }
    page.append("\n## ")
        .append(title)
        .append("\n\n| setting | meaning | default |\n|---|---|---|\n");
    rows.forEach(row -> page.append(row).append('\n'));
    return this;
  }

  String text() {
    return page.toString();
  }

  private static List<String> rows(String help) {
    List<String> rows = new ArrayList<>();
    String names = "";
    StringBuilder meaning = new StringBuilder();
    for (String line : (help + "\n.").lines().toList()) {
      Matcher begin = BEGIN.matcher(line);
      Matcher more = MORE.matcher(line);
      if (!begin.matches() && !names.isEmpty() && more.matches()) {
        meaning.append(' ').append(more.group(1));
        continue;
      }
      if (!names.isEmpty()) {
        rows.add(row(names, meaning.toString()));
      }
      names = begin.matches() ? begin.group(1) : "";
      meaning.setLength(0);
      meaning.append(begin.matches() && begin.group(2) != null ? begin.group(2) : "");
    }
    return rows;
  }

  private static String row(String names, String text) {
    String meaning = text.strip().replace("|", "\\|");
    Matcher withDefault = DEFAULT.matcher(meaning);
    boolean found = withDefault.matches();
    return "| %s | %s | %s |"
        .formatted(
            List.of(names.split(", ")).stream()
                .map(n -> "`" + n + "`")
                .collect(Collectors.joining(", ")),
            found ? withDefault.group(1) : meaning,
            found ? withDefault.group(2) : "");
  }
}
