package org.dockline.endtoend.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose file keeps to the rules, and each name in it is one that the code knows. */
class ComposeFileTest {

  private static final String TEXT = ProjectFiles.read("dockercompose.yaml");

  /** What others than our services read. */
  private static final Set<String> NOT_OURS =
      Set.of("POUR_DAYS", "JDK_JAVA_OPTIONS", "ACCEPT_EULA", "MSSQL_PID", "MSSQL_MEMORY_LIMIT_MB");

  private final ComposeFile file = ComposeFile.parse(TEXT);

  @Test
  void rulesAreKept() {
    assertThat(ComposeRules.problems(file)).isEmpty();
    assertThat(ComposeFile.mapOf(file.section("networks").get("inside")).get("internal"))
        .isEqualTo(true);
  }

  @Test
  void everyServiceOfTheSystemIsThere() {
    Map<List<String>, Set<String>> byProfile =
        file.services().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    service -> ComposeFile.profiles(service.getValue()),
                    Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));
    assertThat(byProfile)
        .isEqualTo(
            Map.of(
                List.of(),
                Set.of(
                    "kafka",
                    "sqlserver",
                    "migrate",
                    "pour",
                    "poller",
                    "stream",
                    "batch",
                    "dashboard"),
                List.of("simulator"),
                Set.of("simulator"),
                List.of("observability"),
                Set.of("prometheus", "grafana"),
                List.of("cluster"),
                Set.of("kafka-2", "kafka-3", "spark-master", "spark-worker-1", "spark-worker-2")));
  }

  /** Who has that password is the server; nobody else may be one but who makes its logins. */
  @Test
  void onlyTheMigrationIsAdministrator() {
    assertThat(file.services().entrySet())
        .filteredOn(
            service ->
                ComposeFile.listOf(service.getValue().get("secrets")).contains("mssql_sa_password"))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("sqlserver", "migrate");
  }

  /** Each rule bites: the file with one thing made worse. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "services:|name: x`LINE`services:|section name is not understood",
        "DASHBOARD_BIND:-127.0.0.1|DASHBOARD_BIND:-0.0.0.0|open to other machines",
        "apache/kafka:4.4.0|apache/kafka:latest|is not pinned",
        "mem_limit: 256m|mem_swappiness: 1|has no memory limit",
        "read_only: true|read_only: false|may write its own file system",
        "no-new-privileges:true|seccomp:x|may gain privileges",
        "{condition: service_healthy}|{condition: service_started}|healthy or done",
        "kafka: {condition: service_healthy}|simulator: {condition: service_healthy}|has a profile",
        "kafka: {condition: service_healthy}|kafka: {condition: service_completed_successfully}|in the wrong way",
        "WAREHOUSE_PASSWORD_FILE:|WAREHOUSE_PASSWORD:|file of secrets",
        "secrets: [jcdecaux_api_key]|secrets: [other]|secrets called other",
        "spool:/data/spool|spoon:/data/spool|no volume spoon",
        "networks: [inside]|networks: [host]|its networks are",
        "{max-size: 10m,|{max-buffer-size: 10m,|its log has no limit",
        "      start_period: 120s|      start_interval: 1s|not in 1.29",
      })
  void eachRuleBites(String good, String bad, String problem) {
    assertThat(TEXT).contains(good);
    String worse = TEXT.replace(good, bad.replace("`LINE`", "\n"));
    assertThat(ComposeRules.problems(ComposeFile.parse(worse)))
        .anyMatch(said -> said.contains(problem));
  }

  @Test
  void everyVariableStandsInTheExampleWithTheSameDefault() {
    Map<String, String> example = ProjectFiles.exampleVariables();
    Set<String> used = new TreeSet<>(Set.of("COMPOSE_FILE", "COMPOSE_PROFILES"));
    file.variables()
        .forEach(
            variable -> {
              String name = variable.group(1);
              used.add(name);
              assertThat(example).as(".env.example").containsKey(name);
              assertThat(variable.group(2)).as(name).isEqualTo(":-" + example.get(name));
            });
    assertThat(example.keySet()).isEqualTo(used);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/operations/cluster.env", "docs/operations/lab/lab.env"})
  void otherEnvironmentsSetWhatThereIs(String path) {
    Set<String> known = new TreeSet<>(ProjectFiles.exampleVariables().keySet());
    known.add("COMPOSE_PROJECT_NAME");
    assertThat(ProjectFiles.read(path).lines().filter(line -> !line.startsWith("#")))
        .isNotEmpty()
        .allMatch(line -> known.contains(line.split("=", 2)[0]));
  }

  @Test
  void whatOurServicesAreGivenIsASetting() {
    Set<String> settings = ProjectFiles.settings();
    file.services().values().stream()
        .filter(service -> service.get("image").toString().startsWith("dockline/"))
        .flatMap(service -> ComposeFile.mapOf(service.get("environment")).keySet().stream())
        .map(Object::toString)
        .map(name -> settings.contains(name) ? name : name.replaceFirst("_FILE$", ""))
        .filter(name -> !NOT_OURS.contains(name))
        .forEach(name -> assertThat(settings).contains(name));
  }

  @Test
  void whatIsStartedIsThere() {
    List<String> classes = ProjectFiles.classNames(TEXT).toList();
    assertThat(classes).isNotEmpty().allMatch(ProjectFiles::hasMainClass);
    Set<String> targets =
        Dockerfile.parse(ProjectFiles.read("Dockerfile")).images().stream()
            .map(Dockerfile.Stage::name)
            .collect(Collectors.toSet());
    file.services()
        .forEach(
            (name, service) -> {
              Map<?, ?> build = ComposeFile.mapOf(service.get("build"));
              String image = service.get("image").toString();
              if (image.startsWith("dockline/")) {
                assertThat(targets).as(name).contains(image.replaceAll("dockline/|:.*", ""));
              }
              if (!build.isEmpty()) {
                assertThat(image).as(name).startsWith("dockline/" + build.get("target") + ":");
              }
            });
  }

  /** What Compose itself says, where it is installed; it needs no engine for that. */
  @ParameterizedTest
  @ValueSource(
      strings = {"-f dockercompose.yaml", "-f dockercompose.yaml -f docs/operations/lab/h2.yaml"})
  void composeReadsIt(String files) throws IOException {
    Programs.need(
        Programs.succeeds("docker", "compose", "version"),
        "docker compose is not installed here, so it is not asked");
    String command = "docker compose " + files + " --env-file .env.example --profile * config -q";
    assertThat(Programs.run(command.split(" ", -1))).isZero();
  }
}
