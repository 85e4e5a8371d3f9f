package org.dockline.endtoend.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  private static final Pattern SCRIPT =
      Pattern.compile("\\bdocs/operations/[a-z0-9/]+\\.(?:sh|env|yaml)\\b");
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
            .readTree(ProjectFiles.read("docs/operations/grafana/dashboards/" + name + ".json"));
    assertThat(board.get("uid").asText()).isEqualTo("dockline-" + name);
    List<String> asked = board.findValuesAsText("expr");
    assertThat(asked).hasSizeGreaterThanOrEqualTo(6);
    assertThat(
            asked.stream().flatMap(text -> METRIC.matcher(text).results()).map(MatchResult::group))
        .isNotEmpty()
        .allMatch(OperationPagesTest::isMeasured);
  }

  /** What each panel needs to be drawn, and that it asks the source that is provided. */
  @ParameterizedTest
  @ValueSource(strings = {"pipeline", "bikes"})
  void grafanaDrawsEachPanel(String name) throws IOException {
    JsonNode board =
        new ObjectMapper()
            .readTree(ProjectFiles.read("docs/operations/grafana/dashboards/" + name + ".json"));
    Map<?, ?> source = firstOf("datasources/prometheus.yaml", "datasources");
    assertThat(board.get("panels"))
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            panel -> {
              assertThat(panel.get("title").asText()).isNotBlank();
              assertThat(panel.get("type").asText()).isIn("timeseries", "stat", "gauge", "table");
              assertThat(panel.at("/datasource/uid").asText()).isEqualTo(source.get("uid"));
              assertThat(panel.at("/gridPos/w").asInt()).isBetween(1, 24);
              assertThat(panel.at("/targets/0/expr").asText()).isNotBlank();
            });
    assertThat(board.findValuesAsText("id")).doesNotHaveDuplicates();
  }

  @Test
  void grafanaIsGivenWhatItIsToShow() {
    String compose = ProjectFiles.read("dockercompose.yaml");
    Map<?, ?> options =
        ComposeFile.mapOf(firstOf("dashboards/dockline.yaml", "providers").get("options"));
    assertThat(compose)
        .contains("./docs/operations/grafana/dashboards:" + options.get("path") + ":ro")
        .contains("./docs/operations/grafana/provisioning:/etc/grafana/provisioning:ro");
    assertThat(firstOf("datasources/prometheus.yaml", "datasources").get("url"))
        .isEqualTo("http://prometheus:9090");
  }

  private static Map<?, ?> firstOf(String file, String list) {
    Map<?, ?> content =
        ProjectFiles.yaml(ProjectFiles.read("docs/operations/grafana/provisioning/" + file));
    assertThat(content.get("apiVersion")).isEqualTo(1);
    return ComposeFile.mapOf(((List<?>) content.get(list)).getFirst());
  }

  @Test
  void prometheusAsksWhereServicesAnswer() {
    String prometheus = ProjectFiles.read("docs/operations/prometheus.yaml");
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
