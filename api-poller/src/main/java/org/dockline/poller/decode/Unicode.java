package org.dockline.poller.decode;

import java.nio.charset.StandardCharsets;

/** Texts that can be written as UTF-8. */
final class Unicode {

  private Unicode() {}

  /** Where the first half of a broken pair of surrogates stands; -1 when there is none. */
  static int halfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  /** The same text, a question mark in place of each half character. */
  static String mended(String text) {
    return halfCharacter(text) < 0
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
