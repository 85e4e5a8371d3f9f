package org.dockline.poller.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * The body of an answer as text.
 *
 * @param text what could not be decoded reads U+FFFD
 * @param damaged whether there is such a place; a provider may also send U+FFFD itself
 */
public record AnswerText(String text, boolean damaged) {

  /** Decodes a body. */
  public static AnswerText of(ByteBuffer body, Charset charset) {
    try {
      return new AnswerText(charset.newDecoder().decode(body.duplicate()).toString(), false);
    } catch (CharacterCodingException e) {
      return new AnswerText(charset.decode(body.duplicate()).toString(), true);
    }
  }

  /** A few words of it, for one line of a log. */
  public String excerpt() {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }
}
