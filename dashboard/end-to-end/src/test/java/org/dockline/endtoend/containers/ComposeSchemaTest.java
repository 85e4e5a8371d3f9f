package org.dockline.endtoend.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Compose itself says to {@code dockercompose.yaml}, by the published schema that it brings
 * with it; that needs no engine. What the schema can't know is in {@link ComposeFileTest}.
 */
class ComposeSchemaTest {

  private static final Path FILE = ProjectFiles.folder().resolve("dockercompose.yaml");
  private static final Path SETTINGS = ProjectFiles.folder().resolve(".env.example");

  @TempDir private Path folder = Path.of("");

  private List<String> compose = List.of();

  @BeforeEach
  void needCompose() {
    compose =
        Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
            .filter(program -> Programs.succeeds(command(program, "version")))
            .findFirst()
            .orElse(List.of());
    Programs.need(
        !compose.isEmpty(),
        "Compose is not installed (package docker-compose), so the file is not held to its schema");
  }

  @Test
  void theFileFitsThePublishedSchema() throws Exception {
    assertThat(check(FILE)).isZero();
  }

  @Test
  void aWordThatTheSchemaDoesNotKnowIsFound() throws Exception {
    Path misspelt = folder.resolve("dockercompose.yaml");
    String poller = "\n  poller:\n";
    assertThat(FILE).content().contains(poller);
    Files.writeString(
        misspelt, Files.readString(FILE).replace(poller, poller + "    restarts: always\n"));
    assertThat(check(misspelt)).isNotZero();
  }

  private int check(Path file) throws IOException {
    return Programs.run(
        command(compose, "-f", file.toString(), "--env-file", SETTINGS.toString(), "config", "-q"));
  }

  private static String[] command(List<String> program, String... arguments) {
    return Stream.concat(program.stream(), Stream.of(arguments)).toArray(String[]::new);
  }
}
