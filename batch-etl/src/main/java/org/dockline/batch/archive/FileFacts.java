package org.dockline.batch.archive;

import java.util.Map;
import java.util.Optional;

/**
 * What the footer of an archived file tells, so that most files need not be read.
 *
 * @param identity of the topic that its records stood in
 * @param records how many
 * @param times when they were polled; empty without any record
 * @param digest of stations or polls, as {@link Digester} wrote it; empty of others
 */
record FileFacts(String identity, long records, Optional<Times> times, String digest) {
  private static final String IDENTITY = "dockline.identity";
  private static final String RECORDS = "dockline.records";
  private static final String TIMES = "dockline.times";
  private static final String DIGEST = "dockline.digest";

  /**
   * Timestamps of records, in ms.
   *
   * @param first of the first by offset
   * @param last of the last by offset
   * @param min the earliest
   * @param max the latest
   */
  record Times(long first, long last, long min, long max) {
    static Times of(long timestamp) {
      return new Times(timestamp, timestamp, timestamp, timestamp);
    }

    Times then(long timestamp) {
      return new Times(first, timestamp, Math.min(min, timestamp), Math.max(max, timestamp));
    }
  }

  Map<String, String> encode() {
    return Map.of(
        IDENTITY,
        identity,
        RECORDS,
        Long.toString(records),
        TIMES,
        times.map(t -> t.first + "," + t.last + "," + t.min + "," + t.max).orElse(""),
        DIGEST,
        digest);
  }

  /** Reads what {@link #encode} made; {@link IllegalArgumentException} when it is not there. */
  static FileFacts decode(Map<String, String> footer) {
    return new FileFacts(
        text(footer, IDENTITY),
        Long.parseLong(text(footer, RECORDS)),
        times(text(footer, TIMES)),
        text(footer, DIGEST));
  }

  private static Optional<Times> times(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] t = text.split(",", -1);
    return Optional.of(
        new Times(
            Long.parseLong(t[0]),
            Long.parseLong(t[1]),
            Long.parseLong(t[2]),
            Long.parseLong(t[3])));
  }

  private static String text(Map<String, String> footer, String key) {
    String value = footer.get(key);
    if (value == null) {
      throw new IllegalArgumentException("The footer has no " + key);
    }
    return value;
  }
}
