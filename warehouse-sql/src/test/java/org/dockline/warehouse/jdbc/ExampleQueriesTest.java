package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Each query that is handed to analysts answers its question about {@link SampleWarehouse}, to the
 * last row; the answers lie in {@code src/test/resources/answers}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleQueriesTest {

  private static final Path ANSWERS = Path.of("src/test/resources/answers");
  private static final Pattern VIEW = Pattern.compile("bikes\\.(v_\\w+)");

  private WarehouseLogin login = H2Database.create();

  /** An empty database. */
  WarehouseLogin database() {
    return login;
  }

  @BeforeAll
  void fill() {
    login = database();
    new WarehouseMigrator(login).migrate();
    try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
      SampleWarehouse.fill(warehouse);
    }
  }

  static Stream<Path> queries() {
    try (Stream<Path> files = Files.list(Path.of("queries"))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return queries()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> answersItsQuestion(file)));
  }

  private void answersItsQuestion(Path file) throws IOException {
    String query = Files.readString(file);
    assertThat(query).startsWith("-- ").containsPattern("(?m)^-- .*\\?$");
    List<String> answer = Tables.ask(login, query);
    assertThat(answer).as("rows").hasSizeGreaterThan(1);
    assertThat(answer).isEqualTo(Files.readAllLines(ANSWERS.resolve(name(file) + ".txt")));
  }

  @Test
  void everyViewForAnalystsHasAnExample() {
    String all =
        queries()
            .map(ExampleQueriesTest::read)
            .flatMap(query -> VIEW.matcher(query).results().map(r -> r.group(1)))
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n"));
    assertThat(all.lines())
        .containsAll(
            ViewColumns.of(login).keySet().stream().filter(ViewColumns::forAnalysts).toList());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.sql$", "");
  }
}
