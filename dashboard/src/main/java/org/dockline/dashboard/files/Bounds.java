package org.dockline.dashboard.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Between which texts those of some rows lie, both inclusive, in the order of their UTF-8 bytes.
 */
final class Bounds {

  /** Any text may be among them. */
  static final Bounds UNKNOWN = new Bounds(new byte[0], new byte[0]);

  private final byte[] min;
  private final byte[] max;

  /**
   * Known ones.
   *
   * @param min at most the least
   * @param max at least the greatest
   */
  Bounds(byte[] min, byte[] max) {
    this.min = min;
    this.max = max;
  }

  /** The same; what stays in the buffers is copied. */
  Bounds(ByteBuffer min, ByteBuffer max) {
    this(bytes(min), bytes(max));
  }

  boolean mayHold(String text) {
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    return this == UNKNOWN
        || (Arrays.compareUnsigned(min, value) <= 0 && Arrays.compareUnsigned(value, max) <= 0);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
