package org.dockline.warehouse.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementParser;
import org.jspecify.annotations.Nullable;

/** Reads SQL Server's language, where there is no SQL Server. */
final class TransactSql {

  static final Path MIGRATIONS = Path.of("src/main/resources/db/warehouse");

  private TransactSql() {}

  /** What is wrong with a statement, or empty when it can be read. */
  static Optional<String> fault(String statement) {
    Listener listener = new Listener();
    SQLServerStatementLexer lexer = new SQLServerStatementLexer(CharStreams.fromString(statement));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    SQLServerStatementParser parser = new SQLServerStatementParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    parser.execute();
    return Optional.ofNullable(listener.fault);
  }

  /** The statements of all migrations for SQL Server. */
  static List<String> migrations() {
    return Stream.of("sqlserver", "common")
        .flatMap(folder -> files(MIGRATIONS.resolve(folder)))
        .flatMap(file -> statements(read(file)))
        .toList();
  }

  static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without comments; batches end with GO, statements with a semicolon at the line's end. */
  static Stream<String> statements(String script) {
    String filled = script;
    for (Map.Entry<String, String> e : new SqlServerDialect().placeholders().entrySet()) {
      filled = filled.replace("${" + e.getKey() + "}", e.getValue());
    }
    String text =
        filled
            .lines()
            .filter(line -> !line.strip().startsWith("--"))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(text.split("(?m)^GO$|;$"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty());
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Listener extends BaseErrorListener {
    private @Nullable String fault;

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException e) {
      if (fault == null) {
        fault = line + ":" + column + " " + message;
      }
    }
  }
}
