package org.dockline.batch.survey;

import java.util.ArrayList;
import java.util.List;
import org.dockline.batch.survey.LogDigest.OfContract;

/**
 * A {@link LogDigest} as text: a line for what names no station, then a line for each contract with
 * its earliest and latest poll and its minutes; numbers of base 36, each minute told by its
 * distance from the one before.
 */
public final class LogDigestText {
  private static final int RADIX = 36;

  private LogDigestText() {}

  /** Writes it. */
  public static String encode(LogDigest digest) {
    List<String> lines = new ArrayList<>();
    lines.add(Long.toString(digest.withoutStation(), RADIX));
    digest.contracts().forEach((contract, of) -> lines.add(encode(contract, of)));
    return String.join("\n", lines);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static LogDigest decode(String text) {
    LogDigest digest = new LogDigest();
    List<String> lines = text.lines().toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("The digest of a log is empty");
    }
    digest.addWithoutStation(number(lines.getFirst()));
    lines.subList(1, lines.size()).forEach(line -> decode(line, digest));
    return digest;
  }

  private static String encode(String contract, OfContract of) {
    StringBuilder line = new StringBuilder(contract);
    append(line.append('\t'), of.first());
    append(line.append('\t'), of.last());
    char before = '\t';
    long minute = 0;
    for (MinuteCount m : of.minutes()) {
      append(line.append(before), m.minute() - minute);
      append(line.append(':'), m.records());
      append(line.append(':'), m.first());
      append(line.append(':'), m.last() - m.first());
      minute = m.minute();
      before = ';';
    }
    return line.toString();
  }

  private static void append(StringBuilder line, long number) {
    line.append(Long.toString(number, RADIX));
  }

  private static void decode(String line, LogDigest digest) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("The digest of a log has a line '" + line + "'");
    }
    OfContract of = digest.of(parts[0]);
    of.polledBetween(number(parts[1]), number(parts[2]));
    long minute = 0;
    for (String text : parts[3].split(";", -1)) {
      String[] m = text.split(":", -1);
      minute += number(m[0]);
      long first = number(m[2]);
      of.put(new MinuteCount(minute, number(m[1]), first, first + number(m[3])));
    }
  }

  private static long number(String text) {
    return Long.parseLong(text, RADIX);
  }
}
