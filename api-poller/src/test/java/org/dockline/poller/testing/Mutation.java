package org.dockline.poller.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damages an answer a little, as lines, bugs and changes of providers do. */
public final class Mutation {

  private static final String[] VALUES = {
    "null",
    "true",
    "-1",
    "0",
    "1",
    "2",
    "1.5",
    "1e9",
    "1e400",
    "-0",
    "99999999999999999999",
    "2147483648",
    "\"\"",
    "\" \"",
    "\"x\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"7\"",
    "[]",
    "{}",
    "[[[[1]]]]",
    "{\"a\":{\"a\":1}}",
    "{\"a\":1,\"a\":2}",
    "NaN",
    "Infinity",
    "'x'",
    "01",
    "+1",
    "\"OPEN\"",
    "\"1970-01-01T00:00:00Z\"",
    "\"2025-09-30\"",
    "1759240800",
    "\"\uFFFD\"",
  };

  private static final String MARKS = "{}[]\",:\\0-e.\u0001\n\tn";

  private Mutation() {}

  /** A damaged copy; the same random gives the same. */
  public static byte[] of(byte[] answer, Random random) {
    byte[] mutated = answer;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      mutated = once(mutated, random);
    }
    return mutated;
  }

  private static byte[] once(byte[] body, Random random) {
    if (body.length < 4) {
      return body;
    }
    int at = random.nextInt(body.length);
    return switch (random.nextInt(16)) {
      case 0 -> Arrays.copyOf(body, at);
      case 1 -> flipped(body, at, random);
      case 2 -> replaced(body, at, at + 1, mark(random));
      case 3 -> replaced(body, at, at, mark(random));
      case 4 -> replaced(body, at, Math.min(body.length, at + 1 + random.nextInt(20)), "");
      case 5 -> repeated(body, at, random);
      default -> withOtherValue(body, at, random);
    };
  }

  private static byte[] flipped(byte[] body, int at, Random random) {
    byte[] copy = body.clone();
    copy[at] = (byte) (copy[at] ^ (1 << random.nextInt(8)));
    return copy;
  }

  private static byte[] repeated(byte[] body, int at, Random random) {
    int end = Math.min(body.length, at + random.nextInt(300));
    String part = new String(body, at, end - at, StandardCharsets.ISO_8859_1);
    return replaced(body, at, at, part);
  }

  /** The value after some colon becomes another. */
  private static byte[] withOtherValue(byte[] body, int from, Random random) {
    int start = from;
    while (start < body.length && body[start] != ':') {
      start++;
    }
    int end = start + 1;
    while (end < body.length && body[end] != ',' && body[end] != '}') {
      end++;
    }
    return start >= body.length
        ? body
        : replaced(body, start + 1, end, VALUES[random.nextInt(VALUES.length)]);
  }

  private static String mark(Random random) {
    return String.valueOf(MARKS.charAt(random.nextInt(MARKS.length())));
  }

  private static byte[] replaced(byte[] body, int start, int end, String by) {
    byte[] middle = by.getBytes(StandardCharsets.UTF_8);
    byte[] copy = new byte[start + middle.length + body.length - end];
    System.arraycopy(body, 0, copy, 0, start);
    System.arraycopy(middle, 0, copy, start, middle.length);
    System.arraycopy(body, end, copy, start + middle.length, body.length - end);
    return copy;
  }
}
