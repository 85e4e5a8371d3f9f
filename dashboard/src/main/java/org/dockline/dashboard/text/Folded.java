package org.dockline.dashboard.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a search compares it: without accents, case or width. */
public final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Folded() {}

  /** For example {@code Gare Saint-Éloi} gives {@code gare saint-eloi}. */
  public static String of(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether every word of {@code wanted} occurs in {@code text}. */
  public static boolean matches(String text, String wanted) {
    String folded = of(text);
    return BLANKS.splitAsStream(of(wanted).strip()).allMatch(folded::contains);
  }
}
