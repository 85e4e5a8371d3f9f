package org.dockline.endtoend.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dockline.endtoend.containers.Dockerfile.Stage;

/** What a Dockerfile must keep to, as hadolint and the CIS benchmark ask; each as a sentence. */
final class DockerfileRules {

  private static final Pattern PINNED = Pattern.compile("[\\w./-]+:(?!latest$)[\\w.-]*\\d[\\w.-]*");
  private static final Pattern SECRET =
      Pattern.compile("(?i)\\b\\w*(PASSWORD|SECRET|TOKEN|API_?KEY)\\b(?!_FILE)\\s*=");
  private static final Pattern EXEC_FORM = Pattern.compile("\\[\"[^\"]+\"(, \"[^\"]*\")*]");
  private static final Set<String> REFUSED = Set.of("ADD", "MAINTAINER", "SHELL", "ONBUILD");
  private static final List<String> LABELS =
      List.of("title", "description", "version", "revision", "licenses", "vendor");

  private DockerfileRules() {}

  /** What is wrong, one sentence each; empty when nothing is. */
  static List<String> problems(Dockerfile file) {
    List<String> problems = new ArrayList<>();
    if (file.text().contains("# syntax=") || file.text().contains("@sha256:")) {
      problems.add("a build must not need a registry for its syntax or by digest");
    }
    file.stages().forEach(stage -> ofStage(file, stage).forEach(problems::add));
    file.images().forEach(stage -> ofImage(file, stage).forEach(problems::add));
    return problems;
  }

  private static Stream<String> ofStage(Dockerfile file, Stage stage) {
    List<String> problems = new ArrayList<>();
    boolean another = file.stages().stream().anyMatch(other -> other.name().equals(stage.base()));
    if (!another && !PINNED.matcher(stage.base()).matches()) {
      problems.add(stage.name() + ": the base " + stage.base() + " is not pinned");
    }
    for (Dockerfile.Instruction instruction : stage.instructions()) {
      if (REFUSED.contains(instruction.keyword())) {
        problems.add(stage.name() + ": " + instruction.keyword() + " is not used here");
      }
      boolean sets = Set.of("ENV", "ARG", "LABEL").contains(instruction.keyword());
      if (sets && SECRET.matcher(instruction.said()).find()) {
        problems.add(stage.name() + ": a secret stands in " + instruction.said());
      }
      if (instruction.keyword().equals("RUN")
          && instruction.said().matches(".*\\b(sudo|curl|wget)\\b.*")) {
        problems.add(
            stage.name() + ": " + instruction.said() + " loads or gains what can't be checked");
      }
    }
    return problems.stream();
  }

  private static Stream<String> ofImage(Dockerfile file, Stage stage) {
    List<String> problems = new ArrayList<>();
    String user = file.inherited(stage, "USER").reduce("", (first, second) -> second);
    if (!user.matches("[1-9]\\d*:[1-9]\\d*")) {
      problems.add(stage.name() + ": runs as '" + user + "', not as a numbered user");
    }
    problems.addAll(ofStart(file, stage));
    String labels = String.join(" ", file.inherited(stage, "LABEL").toList());
    LABELS.stream()
        .filter(label -> !labels.contains("org.opencontainers.image." + label + "="))
        .map(label -> stage.name() + ": has no label " + label)
        .forEach(problems::add);
    return problems.stream();
  }

  private static List<String> ofStart(Dockerfile file, Stage stage) {
    List<String> problems = new ArrayList<>();
    List<String> starts = stage.all("ENTRYPOINT").toList();
    if (starts.size() != 1 || !EXEC_FORM.matcher(starts.getFirst()).matches()) {
      problems.add(
          stage.name() + ": ENTRYPOINT must be one, as a list, so that SIGTERM reaches it");
    } else if (!starts.getFirst().contains("-XX:MaxRAMPercentage=")) {
      problems.add(stage.name() + ": the heap does not follow the container's limit");
    }
    if (stage.all("CMD").anyMatch(said -> !EXEC_FORM.matcher(said).matches())) {
      problems.add(stage.name() + ": CMD must be a list");
    }
    List<String> checks = file.inherited(stage, "HEALTHCHECK").toList();
    boolean checked =
        checks.stream().allMatch(c -> c.equals("NONE") || c.contains(" CMD [\"/app/healthy\""));
    if (checks.isEmpty() || !checked) {
      problems.add(stage.name() + ": HEALTHCHECK must be /app/healthy, as a list, or NONE");
    }
    return problems;
  }
}
