package org.dockline.endtoend.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.endtoend.ProjectFolder;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that an operator works with, and the code that they speak of. */
final class ProjectFiles {

  private static final Pattern SETTING_ROW =
      Pattern.compile("(?m)^\\| ((?:`[A-Z0-9_]+`(?:, )?)+) \\|");
  private static final Pattern NAME = Pattern.compile("`([A-Z0-9_]+)`");
  private static final Pattern EXAMPLE = Pattern.compile("#?([A-Z][A-Z0-9_]*)=(.*)");

  private ProjectFiles() {}

  /** The folder that holds the modules. */
  static Path folder() {
    return ProjectFolder.path();
  }

  static String read(String path) {
    try {
      return Files.readString(folder().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A YAML document, its merge keys resolved; a key that stands twice is refused. */
  static Map<?, ?> yaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(200);
    return (Map<?, ?>) new Yaml(new SafeConstructor(options)).load(text);
  }

  /** Every setting that the services say they have; see {@code docs/configuration.md}. */
  static Set<String> settings() {
    return SETTING_ROW
        .matcher(read("docs/configuration.md"))
        .results()
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The variables of {@code .env.example} with what they are when nobody says otherwise. */
  static Map<String, String> exampleVariables() {
    Map<String, String> variables = new LinkedHashMap<>();
    read(".env.example")
        .lines()
        .map(EXAMPLE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> variables.put(line.group(1), line.group(2)));
    return variables;
  }

  /** Whether one of our modules has that class. */
  static boolean hasMainClass(String name) {
    String source = "src/main/java/" + name.replace('.', '/') + ".java";
    return Stream.of(
            "api-poller",
            "api-poller/broker",
            "warehouse-sql",
            "batch-etl",
            "stream-job",
            "dashboard")
        .map(module -> folder().resolve(module).resolve(source))
        .anyMatch(Files::exists);
  }

  /** Everything that looks like one of our class names. */
  static Stream<String> classNames(String text) {
    return Pattern.compile("\\borg\\.dockline(?:\\.[a-z]+)+\\.[A-Z]\\w+")
        .matcher(text)
        .results()
        .map(MatchResult::group);
  }
}
