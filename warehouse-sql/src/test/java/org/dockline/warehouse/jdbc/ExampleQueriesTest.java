package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each query that is handed to analysts runs on the tables as they are migrated. */
class ExampleQueriesTest {

  private static final WarehouseLogin LOGIN = H2Database.migrated();

  static Stream<Path> queries() {
    try (Stream<Path> files = Files.list(Path.of("queries"))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void runsAndSaysWhatItAnswers(Path file) throws IOException, SQLException {
    String query = Files.readString(file);
    assertThat(query).startsWith("-- ").containsPattern("(?m)^-- .*\\?$");
    try (Connection connection =
            DriverManager.getConnection(LOGIN.url(), LOGIN.user(), LOGIN.password().reveal());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.getMetaData().getColumnCount()).isGreaterThan(2);
      assertThat(rows.next()).isFalse();
    }
  }
}
