package org.dockline.endtoend.containers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A compose file as it is read, its merge keys resolved and its variables not.
 *
 * @param text as it stands
 * @param content the whole of it
 */
record ComposeFile(String text, Map<?, ?> content) {

  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)([^}]*)}");

  static ComposeFile parse(String text) {
    return new ComposeFile(text, ProjectFiles.yaml(text));
  }

  /** The services by name. */
  Map<String, Map<?, ?>> services() {
    Map<String, Map<?, ?>> services = new LinkedHashMap<>();
    section("services")
        .forEach((name, service) -> services.put(name.toString(), (Map<?, ?>) service));
    return services;
  }

  /** A top-level section; empty when it is not there. */
  Map<?, ?> section(String name) {
    return mapOf(content.get(name));
  }

  /** Variables that are filled in, each with what follows its name, as {@code :-8501}. */
  Stream<MatchResult> variables() {
    return VARIABLE.matcher(text.replaceAll("(?m)^\\s*#.*$", "")).results();
  }

  /** The mapping, or an empty one where there is none. */
  static Map<?, ?> mapOf(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The list as texts, or an empty one where there is none. */
  static List<String> listOf(Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** Profiles of a service; none: it is always there. */
  static List<String> profiles(Map<?, ?> service) {
    return listOf(service.get("profiles"));
  }

  /** Whether a service ends by itself. */
  static boolean isTask(Map<?, ?> service) {
    return "no".equals(service.get("restart"));
  }
}
