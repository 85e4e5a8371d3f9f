package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is meant for SQL Server is SQL Server's language: migrations, example queries, and whatever
 * this module sends. What the parser can't read although the server can is a short list.
 */
class TransactSqlTest {

  private static final Path UNREAD = Path.of("src/test/resources/transact-sql-unread.txt");
  private static final int UNREAD_AT_MOST = 7;

  @Test
  void everythingCanBeReadButForAFewKnownStatements() {
    List<String> all = new ArrayList<>(TransactSql.migrations());
    TransactSql.files(Path.of("queries"))
        .forEach(file -> TransactSql.statements(TransactSql.read(file)).forEach(all::add));
    all.addAll(SentSql.toSqlServer());
    assertThat(all).hasSizeGreaterThan(150);
    assertThat(all.stream().filter(TransactSqlTest::cannotBeRead).map(TransactSqlTest::firstLine))
        .containsExactlyInAnyOrderElementsOf(unread());
  }

  @Test
  void fewAreUnread() {
    assertThat(unread()).hasSizeLessThanOrEqualTo(UNREAD_AT_MOST);
  }

  @Test
  void whatIsSentIsSeen() {
    assertThat(SentSql.toSqlServer())
        .anyMatch(sql -> sql.contains("WITH (TABLOCK)"))
        .anyMatch(sql -> sql.contains("sp_getapplock"))
        .anyMatch(sql -> sql.startsWith("UPDATE bikes.loaded_day"))
        .anyMatch(sql -> sql.startsWith("INSERT INTO bikes.rejected_record"))
        .hasSizeGreaterThan(50);
  }

  /** A missing word, a bracket too few, a comma too many, another database's words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT contract FRM bikes.v_contract",
        "SELECT COUNT(* FROM bikes.v_contract",
        "SELECT contract, FROM bikes.v_contract",
        "SELECT contract FROM bikes.v_contract LIMIT 5",
        "CREATE TABLE bikes.x (id INT NOT NULL",
        "UPDATE bikes.x SET a = 1, WHERE b = 2",
        "INSERT INTO bikes.x (a) VALUES (?",
        "CREATE OR REPLACE VIEW bikes.x AS SELECT 1 AS y"
      })
  void anErrorOfSyntaxIsCaught(String statement) {
    assertThat(TransactSql.fault(statement)).isPresent();
  }

  @Test
  void anyMigrationThatIsSpoiltIsCaught() {
    assertThat(TransactSql.migrations())
        .filteredOn(sql -> sql.startsWith("CREATE TABLE"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            sql -> {
              assertThat(TransactSql.fault(sql)).isEmpty();
              assertThat(TransactSql.fault(sql.replaceFirst(" NOT NULL,", " NOT NUL,")))
                  .isPresent();
              assertThat(TransactSql.fault(sql.substring(0, sql.length() - 1))).isPresent();
            });
  }

  private static boolean cannotBeRead(String statement) {
    return TransactSql.fault(statement).isPresent();
  }

  private static String firstLine(String statement) {
    return statement.lines().findFirst().orElseThrow();
  }

  private static List<String> unread() {
    return Stream.of(TransactSql.read(UNREAD).split("\n"))
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
