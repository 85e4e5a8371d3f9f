package org.dockline.endtoend.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for operators tell of every alert, and of nothing that is not there. */
class OperationPagesTest {

  private static final Pattern ALERT_SECTION = Pattern.compile("(?m)^### `(\\w+)`$");
  private static final Pattern SCRIPT = Pattern.compile("\\bdocker/[a-z/]+\\.(?:sh|env|yaml)\\b");
  private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern METRIC = Pattern.compile("\\bdockline_[a-z_]+");
  private static final Set<String> OUR_METRICS = metricsOfTheCode();

  @Test
  void everyAlertHasItsSection() {
    Set<String> alerts =
        ((List<?>) ProjectFiles.yaml(ProjectFiles.read("docs/alerts.yaml")).get("groups"))
            .stream()
                .flatMap(group -> ((List<?>) ComposeFile.mapOf(group).get("rules")).stream())
                .map(rule -> ComposeFile.mapOf(rule).get("alert").toString())
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(alerts).hasSizeGreaterThan(5);
    assertThat(found(ALERT_SECTION, "docs/operations.md")).isEqualTo(alerts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/operations.md", "docs/scale.md", "SECURITY.md", "README.md"})
  void whatPagesNameIsThere(String page) {
    Path folder = ProjectFiles.folder().resolve(page).getParent();
    assertThat(found(LINK, page)).allMatch(link -> Files.exists(folder.resolve(link)));
    assertThat(SCRIPT.matcher(ProjectFiles.read(page)).results().map(MatchResult::group))
        .allMatch(script -> Files.exists(ProjectFiles.folder().resolve(script)));
    assertThat(ProjectFiles.classNames(ProjectFiles.read(page)))
        .allMatch(ProjectFiles::hasMainClass);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipeline", "bikes"})
  void grafanaAsksForMetricsThatThereAre(String name) throws IOException {
    JsonNode board =
        new ObjectMapper()
            .readTree(ProjectFiles.read("docker/grafana/dashboards/" + name + ".json"));
    assertThat(board.get("uid").asText()).isEqualTo("dockline-" + name);
    List<String> asked = board.findValuesAsText("expr");
    assertThat(asked).hasSizeGreaterThanOrEqualTo(6);
    assertThat(
            asked.stream().flatMap(text -> METRIC.matcher(text).results()).map(MatchResult::group))
        .isNotEmpty()
        .allMatch(OperationPagesTest::isMeasured);
  }

  @Test
  void prometheusAsksWhereServicesAnswer() {
    String prometheus = ProjectFiles.read("docker/prometheus/prometheus.yaml");
    Set<String> services =
        ComposeFile.parse(ProjectFiles.read("dockercompose.yaml")).services().keySet();
    List<MatchResult> targets =
        Pattern.compile("targets: \\[\"(\\w+):(\\d+)\"]").matcher(prometheus).results().toList();
    assertThat(targets)
        .hasSize(4)
        .allMatch(target -> services.contains(target.group(1)))
        .allMatch(
            target -> ProjectFiles.read("Dockerfile").contains("\"" + target.group(2) + "\""));
  }

  /** Names that are put together from a prefix count too. */
  private static boolean isMeasured(String metric) {
    return OUR_METRICS.stream()
        .anyMatch(
            known -> metric.equals(known) || (known.endsWith("_") && metric.startsWith(known)));
  }

  private static Set<String> metricsOfTheCode() {
    Pattern named = Pattern.compile("\"(?:# TYPE )?(dockline[._][a-z._]+)");
    try (Stream<Path> files = Files.walk(ProjectFiles.folder(), 12)) {
      return files
          .filter(file -> file.toString().contains("/src/main/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> named.matcher(ProjectFiles.read(file.toString())).results())
          .map(name -> name.group(1).replace('.', '_'))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(Pattern pattern, String page) {
    return pattern
        .matcher(ProjectFiles.read(page))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
