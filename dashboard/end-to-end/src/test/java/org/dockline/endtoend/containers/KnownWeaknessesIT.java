package org.dockline.endtoend.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No service is made of a library whose weakness stands in the list beside this test. */
class KnownWeaknessesIT {

  private static final List<KnownWeakness> LIST = KnownWeakness.parse(list());

  @Test
  void noServiceHasOne() {
    Set<String> found =
        libraries().stream()
            .flatMap(
                jar ->
                    LIST.stream()
                        .filter(weakness -> weakness.isOf(jar) && weakness.isIn(version(jar)))
                        .map(weakness -> weakness + " is in " + Path.of(jar).getFileName()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).isEmpty();
  }

  /** What is not there needs no line, and a line with a wrong name would never be found. */
  @Test
  void eachLineIsOfALibraryThatThereIs() {
    Set<String> libraries = libraries();
    assertThat(libraries).hasSizeGreaterThan(300);
    assertThat(LIST)
        .hasSizeGreaterThan(50)
        .allMatch(weakness -> libraries.stream().anyMatch(weakness::isOf))
        .allMatch(weakness -> KnownWeakness.compare(weakness.from(), weakness.fixed()) < 0)
        .allMatch(weakness -> weakness.advisory().matches("(CVE-20\\d\\d-\\d+|GHSA(-\\w{4}){3})"));
    assertThat(list()).containsPattern("as of 20\\d\\d-\\d\\d-\\d\\d");
  }

  @ParameterizedTest
  @CsvSource({
    "2.0,         true",
    "2.14.1,      true",
    "2.15.0-rc1,  false",
    "2.15.0,      false",
    "2.25.5,      false",
    "1.2.17,      false",
  })
  void versionsAreCompared(String version, boolean hasIt) {
    KnownWeakness weakness = new KnownWeakness("a.b:c", "2.0-beta9", "2.15", "CVE-2021-44228");
    assertThat(weakness.isIn(version)).isEqualTo(hasIt);
    assertThat(weakness.isOf("/any/where/a/b/c/" + version + "/c-" + version + ".jar")).isTrue();
    assertThat(weakness.isOf("/any/where/a/b/c-d/" + version + "/c-d.jar")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"4.2.17.Final, 4.2.17", "32.0.0-jre, 32.0.0", "13.6.2.jre11, 13.6.2", "1.10, 1.10.0"})
  void whatFollowsTheNumbersDoesNotCount(String version, String same) {
    assertThat(KnownWeakness.compare(version, same)).isZero();
  }

  /** Jars of the class paths with which the services run. */
  private static Set<String> libraries() {
    return Stream.of(
            "api-poller",
            "api-poller/broker",
            "warehouse-sql",
            "batch-etl",
            "stream-job",
            "dashboard")
        .map(module -> ProjectFiles.read(module + "/target/runtime.classpath").strip())
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The folder of a jar in a Maven repository. */
  private static String version(String jar) {
    return Objects.requireNonNull(Path.of(jar).getParent()).getFileName().toString();
  }

  private static String list() {
    try (InputStream in = KnownWeaknessesIT.class.getResourceAsStream("known-weaknesses.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
