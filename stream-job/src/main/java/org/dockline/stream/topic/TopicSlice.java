package org.dockline.stream.topic;

import java.util.List;

/**
 * Records of one part that follow each other, few enough to be worked on in memory.
 *
 * @param records at least one, by growing offset
 */
public record TopicSlice(List<TopicRecord> records) {

  /** The part all of them stand in. */
  public TopicPart part() {
    return records.getFirst().part();
  }

  /** Offset of the first one. */
  public long from() {
    return records.getFirst().offset();
  }

  /** Offset of the last one. */
  public long to() {
    return records.getLast().offset();
  }
}
