package org.dockline.endtoend.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The images keep to the rules, and speak of what there is. */
class DockerfileTest {

  private static final Pattern CHECK = Pattern.compile("\"/app/healthy\", \"(\\d+)\", \"(\\S+)\"");

  private final Dockerfile file = Dockerfile.parse(ProjectFiles.read("Dockerfile"));

  @Test
  void rulesAreKept() {
    assertThat(DockerfileRules.problems(file)).isEmpty();
  }

  @Test
  void eachServiceHasAnImage() {
    assertThat(file.images())
        .extracting(Dockerfile.Stage::name)
        .containsExactlyInAnyOrder(
            "api-poller", "warehouse-sql", "batch-etl", "stream-job", "spark-node", "dashboard");
  }

  /** Each rule bites: a good file with one thing made worse. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FROM base:1.2|FROM base|not pinned",
        "FROM base:1.2|FROM base:latest|not pinned",
        "FROM base:1.2|FROM base:1.2@sha256:abc|by digest",
        "USER 10001:10001|USER root|numbered user",
        "USER 10001:10001|USER 0:0|numbered user",
        "USER 10001:10001|ADD x /x|ADD is not used",
        "ENV A=1|ENV API_KEY=1|a secret stands",
        "ENV A=1|ARG DB_PASSWORD=1|a secret stands",
        "ENV A=1|RUN curl example.org|can't be checked",
        "[\"java\", \"-XX:MaxRAMPercentage=50\"]|java -XX:MaxRAMPercentage=50|as a list",
        "\"-XX:MaxRAMPercentage=50\"|\"-Xmx1g\"|container's limit",
        "HEALTHCHECK NONE|HEALTHCHECK CMD curl localhost|HEALTHCHECK must be",
        "HEALTHCHECK NONE|STOPSIGNAL SIGTERM|HEALTHCHECK must be",
        "org.opencontainers.image.title=\"t\"|a=\"b\"|no label title",
      })
  void eachRuleBites(String good, String bad, String problem) {
    String sample =
        """
        FROM base:1.2 AS one
        LABEL org.opencontainers.image.title="t" org.opencontainers.image.description="d" \\
          org.opencontainers.image.version="1" org.opencontainers.image.revision="r" \\
          org.opencontainers.image.licenses="l" org.opencontainers.image.vendor="v"
        ENV A=1
        USER 10001:10001
        HEALTHCHECK NONE
        ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50"]
        """;
    assertThat(DockerfileRules.problems(Dockerfile.parse(sample))).isEmpty();
    assertThat(sample).contains(good);
    assertThat(DockerfileRules.problems(Dockerfile.parse(sample.replace(good, bad))))
        .anyMatch(said -> said.contains(problem));
  }

  @Test
  void whatIsStartedAndCopiedIsThere() {
    List<String> classes = ProjectFiles.classNames(file.text()).toList();
    assertThat(classes).hasSizeGreaterThanOrEqualTo(4).allMatch(ProjectFiles::hasMainClass);
    List<String> copied =
        file.stages().stream()
            .flatMap(stage -> stage.all("COPY"))
            .filter(copy -> !copy.contains("--from="))
            .map(copy -> copy.replaceAll("--\\S+ ", "").split(" ", 2)[0])
            .toList();
    assertThat(copied)
        .isNotEmpty()
        .allMatch(path -> Files.exists(ProjectFiles.folder().resolve(path)));
  }

  @Test
  void healthIsAskedWhereItIsToldByDefault() {
    String settings = ProjectFiles.read("docs/configuration.md");
    Map<String, String> ports =
        Map.of(
            "api-poller",
            "HEALTH_PORT",
            "stream-job",
            "HEALTH_PORT",
            "batch-etl",
            "HEALTH_PORT",
            "dashboard",
            "DASHBOARD_PORT");
    for (Dockerfile.Stage image : file.images()) {
      String setting = ports.get(image.name());
      if (setting != null) {
        String check = image.all("HEALTHCHECK").findFirst().orElse("");
        var asked = CHECK.matcher(check).results().findFirst().orElseThrow();
        assertThat(settings)
            .containsPattern("`" + setting + "` \\| [^|]* \\| " + asked.group(1) + " \\|");
        assertThat(asked.group(2)).isIn("/health", "/actuator/health");
      }
    }
  }

  @Test
  void settingsInImagesAreSettings() {
    Stream<String> names =
        file.stages().stream()
            .flatMap(stage -> stage.all("ENV"))
            .flatMap(env -> Pattern.compile("(\\w+)=").matcher(env).results())
            .map(name -> name.group(1));
    List<String> notOurs =
        List.of(
            "MALLOC_ARENA_MAX",
            "LANG",
            "LC_ALL",
            "SPARK_LOCAL_IP",
            "SPARK_LOCAL_DIRS",
            "SPARK_HOME",
            "SPARK_SCALA_VERSION",
            "SPARK_WORKER_DIR");
    assertThat(names.filter(name -> !notOurs.contains(name)))
        .isNotEmpty()
        .isSubsetOf(ProjectFiles.settings());
  }

  @Test
  void nothingSecretOrOldIsSentToTheBuild() {
    assertThat(ProjectFiles.read(".dockerignore").lines())
        .contains(".git", ".env", "secrets", ".dockline", "**/target");
    assertThat(Path.of(ProjectFiles.folder().toString(), ".dockerignore")).exists();
  }
}
