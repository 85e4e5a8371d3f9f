package org.dockline.dashboard.text;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names as people order them: numbers by their value, so that {@code 2 - Gare} comes before {@code
 * 10 - Cité}, and letters without regard to case or accents.
 */
public final class NaturalOrder implements Comparator<String> {

  /** The one order. */
  public static final Comparator<String> OF_NAMES = new NaturalOrder();

  /** Between digits and others. */
  private static final Pattern EDGE = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    List<String> left = EDGE.splitAsStream(Folded.of(a)).toList();
    List<String> right = EDGE.splitAsStream(Folded.of(b)).toList();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compareRuns(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(left.size(), right.size());
    return order == 0 ? a.compareTo(b) : order;
  }

  private static int compareRuns(String a, String b) {
    return isNumber(a) && isNumber(b)
        ? new BigInteger(a).compareTo(new BigInteger(b))
        : a.compareTo(b);
  }

  private static boolean isNumber(String run) {
    return !run.isEmpty() && run.charAt(0) >= '0' && run.charAt(0) <= '9';
  }
}
