package org.dockline.endtoend.containers;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some versions of a library, and why they must not be used.
 *
 * @param library group and name, as {@code org.jsoup:jsoup}
 * @param from the first version that has the weakness; 0 where nobody says
 * @param fixed the first version without it
 * @param advisory where it is told, as {@code CVE-2026-71497}
 */
record KnownWeakness(String library, String from, String fixed, String advisory) {

  /** The list that stands beside the tests; lines that begin with # are comments. */
  static List<KnownWeakness> parse(String csv) {
    return csv.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(",", -1))
        .map(part -> new KnownWeakness(part[0], part[1], part[2], part[3]))
        .toList();
  }

  /** Whether a jar in a Maven repository, in any folder, is of this library. */
  boolean isOf(String jar) {
    String[] part = library.split(":", -1);
    return jar.contains("/" + part[0].replace('.', '/') + "/" + part[1] + "/");
  }

  /** Whether a version has it. */
  boolean isIn(String version) {
    return compare(version, from) >= 0 && compare(version, fixed) < 0;
  }

  /** By the numbers that a version begins with: 4.2.17.Final is 4.2.17, 32.0.0-jre is 32.0.0. */
  static int compare(String one, String other) {
    List<BigInteger> left = numbers(one);
    List<BigInteger> right = numbers(other);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      int difference = at(left, i).compareTo(at(right, i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static BigInteger at(List<BigInteger> numbers, int index) {
    return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
  }

  private static List<BigInteger> numbers(String version) {
    Stream<String> parts = Arrays.stream(version.split("[.-]", -1));
    return parts.takeWhile(part -> part.matches("\\d+")).map(BigInteger::new).toList();
  }
}
