package org.dockline.batch.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of a topic as it stands there. Its arrays are not copied and not to be changed. */
public final class RawRecord {

  /** A header of a record. */
  public static final class Header {
    private final String name;
    private final byte @Nullable [] value;

    /** Made of its parts. */
    public Header(String name, byte @Nullable [] value) {
      this.name = name;
      this.value = value;
    }

    /** What it is called. */
    public String name() {
      return name;
    }

    /** Null when it has none. */
    public byte @Nullable [] value() {
      return value;
    }
  }

  private final int partition;
  private final long offset;
  private final long timestamp;
  private final byte @Nullable [] key;
  private final byte @Nullable [] value;
  private final List<Header> headers;

  /**
   * Made of its parts.
   *
   * @param timestamp in ms since the epoch
   */
  public RawRecord(
      int partition,
      long offset,
      long timestamp,
      byte @Nullable [] key,
      byte @Nullable [] value,
      List<Header> headers) {
    this.partition = partition;
    this.offset = offset;
    this.timestamp = timestamp;
    this.key = key;
    this.value = value;
    this.headers = List.copyOf(headers);
  }

  /** In which partition it stands. */
  public int partition() {
    return partition;
  }

  /** Its number in the partition. */
  public long offset() {
    return offset;
  }

  /** In ms since the epoch; for what the poller writes: when it was polled. */
  public long timestamp() {
    return timestamp;
  }

  /** Null when it has none. */
  public byte @Nullable [] key() {
    return key;
  }

  /** Null when it has none. */
  public byte @Nullable [] value() {
    return value;
  }

  /** In their order. */
  public List<Header> headers() {
    return headers;
  }
}
