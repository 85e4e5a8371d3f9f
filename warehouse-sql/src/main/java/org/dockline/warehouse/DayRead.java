package org.dockline.warehouse;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was read for a contract-day.
 *
 * @param records records of the topic that belong to the day, repetitions included
 * @param readTo end offset (exclusive) of each partition of the topic when it was read: a record
 *     for the day at or beyond it makes the day dirty
 */
public record DayRead(long records, Map<Integer, Long> readTo) {

  /** Copies the offsets. */
  public DayRead {
    readTo = Map.copyOf(readTo);
  }

  /**
   * From what {@link #readToText()} wrote.
   *
   * @throws IllegalArgumentException when the text is something else, naming it
   */
  public static DayRead parse(long records, String readTo) {
    Map<Integer, Long> offsets = new TreeMap<>();
    for (String part : readTo.isEmpty() ? new String[0] : readTo.split(",", -1)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException(
            "Offsets read 'partition:offset,…', but were: '" + readTo + "'");
      }
      offsets.put(
          Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
    }
    return new DayRead(records, offsets);
  }

  /** The offsets as the warehouse keeps them, for example {@code 0:7343787,1:7340012}. */
  public String readToText() {
    return new TreeMap<>(readTo)
        .entrySet().stream()
            .map(e -> e.getKey() + ":" + e.getValue())
            .collect(Collectors.joining(","));
  }
}
