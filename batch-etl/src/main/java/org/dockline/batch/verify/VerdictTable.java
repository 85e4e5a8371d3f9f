package org.dockline.batch.verify;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints verdicts, a line for each contract-day and one below for each thing that is wrong. */
final class VerdictTable {

  private static final String LINE = "%-24s %-10s  %-26s %-26s %-26s %s%n";

  private final PrintStream out;
  private long days;
  private long wrong;

  VerdictTable(PrintStream out) {
    this.out = out;
  }

  void print(Verdict verdict) {
    if (days == 0) {
      out.printf(LINE, "contract", "day", "archive", "topic", "recent", "warehouse");
    }
    days++;
    List<String> problems = verdict.problems();
    wrong += problems.isEmpty() ? 0 : 1;
    out.printf(
        Locale.ROOT,
        LINE,
        verdict.day().contract(),
        verdict.day().date(),
        cell(verdict, Place.ARCHIVE),
        cell(verdict, Place.TOPIC),
        cell(verdict, Place.RECENT),
        cell(verdict.warehouse()));
    problems.forEach(problem -> out.println("  ! " + problem));
  }

  /**
   * The last line.
   *
   * @return how many contract-days are not right
   */
  long end() {
    if (days == 0) {
      out.println("There is nothing to compare: no place holds any day that was asked for");
    } else if (wrong == 0) {
      out.printf(Locale.ROOT, "%,d contract-days: nothing is lost, double or different%n", days);
    } else {
      out.printf(Locale.ROOT, "%,d of %,d contract-days are not right%n", wrong, days);
    }
    return wrong;
  }

  private static String cell(Verdict verdict, Place place) {
    Holding of = verdict.places().getOrDefault(place, Holding.NOTHING);
    if (of.held() == 0) {
      return of.expected() == 0 ? "not held" : "0 of " + grouped(of.expected());
    }
    return of.held() == verdict.polled()
        ? grouped(of.held()) + ' ' + "%016x".formatted(of.sum())
        : grouped(of.held()) + " of " + grouped(verdict.polled());
  }

  private static String cell(WarehouseState state) {
    return switch (state) {
      case WarehouseState.NotLoaded none -> "not loaded";
      case WarehouseState.DueAgain due -> "due again";
      case WarehouseState.Unchecked unchecked -> "not comparable: the log is gone";
      case WarehouseState.Same same -> grouped(same.rows()) + " rows, the same";
      case WarehouseState.Differs differs -> "differs";
    };
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
