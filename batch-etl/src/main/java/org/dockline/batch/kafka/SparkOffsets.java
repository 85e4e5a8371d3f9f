package org.dockline.batch.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.dockline.batch.survey.OffsetRange;

/**
 * Ranges of one topic as the options of Spark's Kafka source. A topic's name needs no escaping.
 *
 * @param ranges by partition
 */
record SparkOffsets(String topic, Map<Integer, OffsetRange> ranges) {

  /** For {@code assign}. */
  String partitions() {
    return "{\"%s\":%s}".formatted(topic, ranges.keySet().stream().sorted().toList());
  }

  /** For {@code startingOffsets}. */
  String from() {
    return offsets(OffsetRange::from);
  }

  /** For {@code endingOffsets}. */
  String to() {
    return offsets(OffsetRange::to);
  }

  private String offsets(ToLongFunction<OffsetRange> edge) {
    return new TreeMap<>(ranges)
        .entrySet().stream()
            .map(e -> "\"%d\":%d".formatted(e.getKey(), edge.applyAsLong(e.getValue())))
            .collect(Collectors.joining(",", "{\"" + topic + "\":{", "}}"));
  }
}
