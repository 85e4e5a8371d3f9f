package org.dockline.stream.topic;

import java.util.Map;

/** How far the topics reach at this moment. */
public interface TopicReach {

  /**
   * The offsets that can be read.
   *
   * @param first offset of the oldest record that is still there
   * @param end offset after the newest record; equals {@code first} when there is none
   */
  record Offsets(long first, long end) {}

  /** By part; what was known last when the broker does not answer. Never throws. */
  Map<TopicPart, Offsets> list();
}
