package org.dockline.warehouse.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.jspecify.annotations.Nullable;

/**
 * What the shell was asked.
 *
 * @param format how rows are printed: table, csv, tsv, json or vertical
 * @param query the one query to answer; null for a conversation
 */
record ShellArguments(String format, @Nullable String query) {

  private static final List<String> FORMATS = List.of("table", "csv", "tsv", "json", "vertical");

  /** A query may begin with a comment, which has a space. */
  private static final Pattern OPTION = Pattern.compile("--\\S*");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static ShellArguments parse(String... args) {
    String format = "table";
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--format")) {
        i++;
        format = i < args.length ? args[i] : "";
      } else if (OPTION.matcher(args[i]).matches()) {
        throw new IllegalArgumentException("Unknown option: " + args[i]);
      } else {
        words.add(args[i]);
      }
    }
    if (!FORMATS.contains(format)) {
      throw new IllegalArgumentException(
          "--format is '" + format + "'; it must be one of " + String.join(", ", FORMATS));
    }
    return new ShellArguments(
        format, words.isEmpty() ? null : withoutComments(String.join(" ", words)));
  }

  /** A query is taken from a file with its comments, which sqlline would not end. */
  private static String withoutComments(String query) {
    return query
        .lines()
        .filter(line -> !line.strip().startsWith("--"))
        .collect(Collectors.joining("\n"));
  }

  /** The same for sqlline: wide columns, no chatter, and no lock that a load would wait for. */
  List<String> forSqlLine(WarehouseLogin login) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-u", login.url(), "-n", login.user()));
    options.addAll(List.of("-p", login.password().reveal()));
    options.add("--outputformat=" + format);
    options.add("--isolation=TRANSACTION_READ_COMMITTED");
    options.add("--maxWidth=10000");
    options.add("--maxColumnWidth=200");
    options.add("--headerInterval=0");
    options.add("--csvQuoteCharacter='\"'");
    options.add("--fastConnect=true");
    options.add("--showWarnings=false");
    options.add("--verbose=false");
    if (query != null) {
      options.addAll(List.of("--silent=true", "--color=false", "-e", query));
    }
    return options;
  }
}
