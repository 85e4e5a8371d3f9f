package org.dockline.endtoend.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.dockline.endtoend.Conditions;
import org.dockline.endtoend.launcher.StandInProject.Begun;
import org.dockline.endtoend.launcher.StandInProject.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  private static final String[] SERVICES = {
    "kafka", "warehouse", "simulator", "stream", "dashboard", "poller", "batch"
  };

  @TempDir Path folder;
  private StandInProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = new StandInProject(folder, Path.of("..", ".."));
  }

  @AfterEach
  void endWhatATestLeft() throws Exception {
    project.dockline("down");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up", "down", "status", "logs", "load", "rebuild", "verify", "sql", "test", "help"
      })
  void helpNamesEveryCommand(String command) throws Exception {
    Ended help = project.dockline("help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.output()).contains("./dockline " + command + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fly                   | there is no command 'fly'",
        "up --speed 3          | up does not know '--speed'",
        "up --source lyft      | the source is 'lyft'; it must be simulator, jcdecaux-v3",
        "up --source           | --source needs a value",
        "up --days=-1          | --days is '-1'; it must be a whole number",
        "up --stations many    | --stations is 'many'; it must be a whole number",
        "logs cooker           | there is no service 'cooker'; there are: build kafka",
        "test --short          | test does not know '--short'",
        "bench cooker          | bench does not know 'cooker'; there are: poller stream",
        "bench stream 20 cooker | bench stream takes seconds and numbers of stations, or backlog",
        "bench batch 7,2       | bench batch takes millions of records, not '7,2'",
      })
  void saysWhatItDoesNotUnderstand(String arguments, String answer) throws Exception {
    Ended ended = project.dockline(arguments.split(" "));

    assertThat(ended.output()).contains(answer);
    assertThat(ended.exitCode()).isEqualTo(2);
  }

  @Test
  void startsEverythingShowsItAndEndsIt() throws Exception {
    Ended up = project.dockline("up", "--days", "3");

    assertThat(up.exitCode()).as(up.output()).isZero();
    assertThat(up.output()).contains("http://localhost:" + project.setting("DASHBOARD_PORT"));
    assertThat(up.output()).containsSubsequence("pour       done", "poller     healthy");
    assertThat(project.path(".dockline/logs/pour.log")).content().contains("--days 3");
    Ended status = project.dockline("status");
    assertThat(status.exitCode()).isZero();
    assertThat(status.output()).contains(SERVICES).contains("last: now, lag: 0", "MB resident");
    long child = childOfBatch();
    assertThat(StandInProject.lives(child)).isTrue();

    Ended down = project.dockline("down");

    assertThat(down.exitCode()).isZero();
    assertThat(down.output()).isEqualTo("Dockline is down\n");
    assertThat(StandInProject.lives(child)).isFalse();
    assertThat(project.dockline("status").output()).contains("Dockline is down");
    assertThat(project.path(".dockline/run")).isEmptyDirectory();
  }

  @Test
  void givesTheEmbeddedWarehousePasswordsThatOnlyTheirOwnerReads() throws Exception {
    project.with("STAND_IN_FAILS", "EmbeddedWarehouse").dockline("up");

    Path writer = project.path(".dockline/secrets/WAREHOUSE_PASSWORD");
    Path reader = project.path(".dockline/secrets/WAREHOUSE_READER_PASSWORD");
    assertThat(Files.getPosixFilePermissions(writer))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(writer)).hasSize(48).isNotEqualTo(Files.readString(reader));
  }

  @Test
  void aSecondUpIsHarmless() throws Exception {
    project.dockline("up");
    long before = project.pid("stream");

    Ended again = project.dockline("up");

    assertThat(again.exitCode()).isZero();
    assertThat(again.output()).contains("Dockline runs already: http://localhost:");
    assertThat(project.pid("stream")).isEqualTo(before);
    assertThat(project.dockline("up", "--fresh").output()).contains("./dockline down before");
  }

  @Test
  void anotherUpStartsOnlyWhatDied() throws Exception {
    project.dockline("up");
    long kafka = project.pid("kafka");
    long stream = project.pid("stream");
    ProcessHandle.of(stream).orElseThrow().destroyForcibly();
    ProcessHandle.of(stream).ifPresent(handle -> handle.onExit().join());
    assertThat(project.dockline("status").output()).containsPattern("stream +dead");

    Ended again = project.dockline("up");

    assertThat(again.exitCode()).as(again.output()).isZero();
    assertThat(project.pid("kafka")).isEqualTo(kafka);
    assertThat(project.pid("stream")).isNotEqualTo(stream);
    assertThat(project.dockline("status").exitCode()).isZero();
  }

  @Test
  void oneThatFailsEndsTheOthers() throws Exception {
    Ended up = project.with("STAND_IN_FAILS", "StreamJob").dockline("up");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.output()).contains("stream ended", "the reason why StreamJob fails");
    assertThat(project.path(".dockline/run")).isEmptyDirectory();
  }

  @Test
  void aTaskThatFailsEndsTheOthers() throws Exception {
    Ended up = project.with("STAND_IN_FAILS", "WarehouseMigration").dockline("up");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.output()).contains("migrate failed (exit code 3)", "the reason why");
    assertThat(project.path(".dockline/run")).isEmptyDirectory();
  }

  @Test
  void downEndsAnUpAtWorkAndWhatItStarted() throws Exception {
    Begun up = project.with("STAND_IN_SICK", "StreamJob").begin("up");
    awaitSaid(up, "dashboard  healthy");
    long kafka = project.pid("kafka");
    assertThat(project.dockline("up").output()).contains("another ./dockline up is at work");
    Ended status = project.dockline("status");
    assertThat(status.output()).containsPattern("stream +unhealthy");
    assertThat(status.exitCode()).isEqualTo(1);

    assertThat(project.dockline("down").exitCode()).isZero();

    assertThat(up.end().exitCode()).isEqualTo(130);
    assertThat(StandInProject.lives(kafka)).isFalse();
    assertThat(project.path(".dockline/run")).isEmptyDirectory();
  }

  @Test
  void aRealSourceNeedsNoSimulator() throws Exception {
    project.with("DOCKLINE_SOURCE", "jcdecaux-v1").with("JCDECAUX_API_KEY", "x");

    assertThat(project.dockline("up").exitCode()).isZero();

    assertThat(project.path(".dockline/logs/poller.log")).exists();
    assertThat(project.path(".dockline/logs/simulator.log")).doesNotExist();
    assertThat(project.path(".dockline/logs/pour.log")).doesNotExist();
  }

  @Test
  void loadKnowsTheSettingsThatUpWasGivenAndNoSecretIsWritten() throws Exception {
    String port = project.setting("KAFKA_PORT");
    project.with("JCDECAUX_API_KEY", "a secret").dockline("up");

    Ended load = project.with("KAFKA_PORT", "").dockline("load", "--day", "2026-03-29");

    assertThat(load.output()).contains("load --day 2026-03-29", "brokers 127.0.0.1:" + port);
    assertThat(project.dockline("rebuild", "--contract", "lyon").output())
        .contains("rebuild --contract lyon");
    assertThat(project.dockline("verify", "--contract", "lyon").output())
        .contains("verify --contract lyon");
    assertThat(project.path(".dockline/run/settings"))
        .content()
        .contains("KAFKA_PORT=" + port)
        .doesNotContain("a secret");
  }

  @Test
  void freshForgetsTheData() throws Exception {
    project.write(".dockline/data/kafka/old", "");
    project.write(".dockline/snapshots/live/CURRENT", "");

    project.dockline("up", "--fresh");

    assertThat(project.path(".dockline/data/kafka/old")).doesNotExist();
    assertThat(project.path(".dockline/snapshots")).doesNotExist();
  }

  @Test
  void namesTheTakenPortAndItsSetting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());

      Ended up = project.with("WAREHOUSE_PORT", port).dockline("up");

      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.output())
          .startsWith("dockline: port " + port + " is taken")
          .contains("WAREHOUSE_PORT")
          .hasLineCount(1);
    }
  }

  @Test
  void saysWhatToInstallWithoutAJdk() throws Exception {
    project.makeJdk("old/17", "17.0.15");
    project.with("JAVA_HOME", "").with("DOCKLINE_JDK_DIRS", project.path("old/17").toString());

    Ended up = project.dockline("up");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.output()).contains("no JDK 21 or newer", "install").hasLineCount(1);
  }

  @Test
  void prefersTheJdkItIsTestedOn() throws Exception {
    project.makeJdk("jdks/26", "26");
    project.makeJdk("jdks/25", "25.0.3");
    project.makeJdk("jdks/21", "21.0.1");
    String found = project.path("jdks/26") + ":" + project.path("jdks/25") + ":jdks/21";
    Files.delete(project.path("target/dockline.built"));
    project.writeTool("bin/mvn", "echo mvn runs on $JAVA_HOME; exit 1");

    Ended up = project.with("JAVA_HOME", "").with("DOCKLINE_JDK_DIRS", found).dockline("up");

    assertThat(up.output()).contains("mvn runs on " + project.path("jdks/25"));
  }

  @Test
  void buildsWhatIsNotBuiltAndShowsWhyItCannot() throws Exception {
    Files.delete(project.path("batch-etl/target/own.jar"));
    project.writeTool("bin/mvn", "echo 'the compiler says no'; exit 1");

    Ended up = project.dockline("up");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.output()).contains("build failed (exit code 1)", "the compiler says no");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    project.writeTool("bin/mvn", "echo \"$@\" > '" + project.path("asked") + "'");
    project.write("stream-job/src/main/java/Changed.java", "");

    assertThat(project.dockline("up").exitCode()).isZero();
    assertThat(project.path("asked")).content().contains("-DskipTests").contains("package");
    project.dockline("down");
    Files.delete(project.path("asked"));
    project.dockline("up");
    assertThat(project.path("asked")).doesNotExist();
  }

  @Test
  void saysWhatToInstallWithoutMaven() throws Exception {
    Files.delete(project.path("target/dockline.built"));

    Ended up = project.dockline("up");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.output()).contains("Maven is missing").hasLineCount(1);
  }

  @Test
  void refusesANearlyFullDisk() throws Exception {
    project.writeTool("bin/df", "echo h; echo /dev/x 9999999 9000000 512000 95% /");

    Ended up = project.dockline("up");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.output()).contains("has 500 MiB of disk space left; Dockline needs 2048 MiB");
  }

  @Test
  void neverEndsAProcessThatTookOverAnId() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      project.write(".dockline/run/stream", stranger.pid() + " 1 /health 0 12345\n");

      assertThat(project.dockline("down").exitCode()).isZero();

      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  private static void awaitSaid(Begun command, String words) {
    Conditions.await(
        words,
        Duration.ofSeconds(60),
        () -> command.saidSoFar().contains(words),
        command::saidSoFar);
  }

  private long childOfBatch() throws Exception {
    return Files.readAllLines(project.path(".dockline/logs/batch.log")).stream()
        .filter(line -> line.startsWith("child "))
        .mapToLong(line -> Long.parseLong(line.substring("child ".length())))
        .findFirst()
        .orElseThrow();
  }
}
