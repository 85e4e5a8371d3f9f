package org.dockline.stream.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One record of a topic. */
public final class TopicRecord {

  private final TopicPart part;
  private final long offset;
  private final Instant timestamp;
  private final byte @Nullable [] value;

  /**
   * A record.
   *
   * @param timestamp the record's own time
   * @param value not copied, not to be changed; null when the record has none
   */
  public TopicRecord(TopicPart part, long offset, Instant timestamp, byte @Nullable [] value) {
    this.part = part;
    this.offset = offset;
    this.timestamp = timestamp;
    this.value = value;
  }

  /** Where it stands. */
  public TopicPart part() {
    return part;
  }

  /** Its number in its part. */
  public long offset() {
    return offset;
  }

  /** The record's own time. */
  public Instant timestamp() {
    return timestamp;
  }

  /** Not to be changed; null when the record has none. */
  public byte @Nullable [] value() {
    return value;
  }

  /** For example {@code stations_topic-0 offset 17}. */
  @Override
  public String toString() {
    return part + " offset " + offset;
  }
}
