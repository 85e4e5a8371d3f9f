package org.dockline.station.dimension;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts that lost letters on their way. Two are the same text when they differ only in white space,
 * in how accents are composed, in letters that were read as another character set ("Ã©" for "é"),
 * or in replacement characters (U+FFFD), of which some in a row may stand for as many letters
 * outside ASCII or for fewer.
 */
final class DamagedText {

  private static final char REPLACEMENT = '\uFFFD';

  private static final Pattern REPLACEMENTS = Pattern.compile(REPLACEMENT + "+");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\u3000]+");

  /** What UTF-8 is most often taken for. */
  private static final List<Charset> MISTAKEN_FOR =
      List.of(Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

  private DamagedText() {}

  static boolean same(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    String x = plain(a);
    String y = plain(b);
    return x.equals(y) || hides(x, y) || hides(y, x);
  }

  /** How much of a text is lost: 0 when it is whole; letters taken for others are not lost. */
  static int damage(String text) {
    int lost = Math.toIntExact(text.chars().filter(c -> c == REPLACEMENT).count());
    return 2 * lost + (repaired(text).equals(text) ? 0 : 1);
  }

  private static String plain(String text) {
    String composed = Normalizer.normalize(repaired(text), Normalizer.Form.NFC);
    return SPACES.matcher(composed).replaceAll(" ").strip();
  }

  /** Whether the damaged text may have been the other one. */
  private static boolean hides(String damaged, String other) {
    if (damaged.indexOf(REPLACEMENT) < 0) {
      return false;
    }
    StringBuilder pattern = new StringBuilder();
    int from = 0;
    var lost = REPLACEMENTS.matcher(damaged);
    while (lost.find()) {
      pattern.append(Pattern.quote(damaged.substring(from, lost.start())));
      pattern.append("[^\\x00-\\x7F]{1,").append(lost.end() - lost.start()).append('}');
      from = lost.end();
    }
    pattern.append(Pattern.quote(damaged.substring(from)));
    return Pattern.matches(pattern.toString(), other);
  }

  /** Read again as what it is, if it is UTF-8 that was read as something else. */
  private static String repaired(String text) {
    for (Charset charset : MISTAKEN_FOR) {
      if (charset.newEncoder().canEncode(text)) {
        try {
          return StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(text.getBytes(charset)))
              .toString();
        } catch (CharacterCodingException e) {
          // It was no UTF-8: the text means what it says.
        }
      }
    }
    return text;
  }
}
