package org.dockline.batch.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Records of one station in a few bytes: of each value what differs from the value before it. A
 * day's records pass between tasks by way of the disk, and most of them repeat the one before.
 */
final class RecordRun {
  private static final byte[] NOTHING = {};
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  /** How many stand before the bytes of each value, and how many bytes one takes at most. */
  private static final int NUMBERS = 4;

  private static final int MOST_BYTES = 10;

  /** Its last byte in the highest place. */
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private RecordRun() {}

  /** Takes a record. */
  interface Each {
    /** Its time and its value; this array is nobody else's. */
    void record(Instant timestamp, byte[] value) throws IOException;
  }

  /** Writes a run. */
  static final class Builder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] head = new byte[NUMBERS * MOST_BYTES];
    private byte[] last = NOTHING;
    private long micros;

    /**
     * Adds a record.
     *
     * @param timestamp in whole microseconds, as Spark has them
     * @param value not to be changed afterwards
     */
    void add(Instant timestamp, byte[] value) {
      long at = ChronoUnit.MICROS.between(Instant.EPOCH, timestamp);
      int prefix = prefix(last, value);
      int suffix = suffix(last, value, prefix);
      int end = number(((at - micros) << 1) ^ ((at - micros) >> (Long.SIZE - 1)), 0);
      end = number(prefix, end);
      end = number(suffix, end);
      end = number(value.length - prefix - suffix, end);
      out.write(head, 0, end);
      out.write(value, prefix, value.length - prefix - suffix);
      last = value;
      micros = at;
    }

    /** About how much memory it takes. */
    int size() {
      return out.size() + last.length;
    }

    /** The run. */
    byte[] bytes() {
      return out.toByteArray();
    }

    /** Puts a number into the head and returns where the next one goes. */
    private int number(long number, int at) {
      int end = at;
      long rest = number;
      while ((rest & -MORE) != 0) {
        head[end++] = (byte) ((rest & (MORE - 1)) | MORE);
        rest >>>= BITS;
      }
      head[end++] = (byte) rest;
      return end;
    }
  }

  /** Hands over the records of a run as they were added. */
  static void each(byte[] run, Each each) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(run);
    byte[] last = NOTHING;
    long micros = 0;
    while (in.hasRemaining()) {
      long step = number(in);
      micros += (step >>> 1) ^ -(step & 1);
      int prefix = Math.toIntExact(number(in));
      int suffix = Math.toIntExact(number(in));
      int middle = Math.toIntExact(number(in));
      byte[] value = new byte[prefix + middle + suffix];
      System.arraycopy(last, 0, value, 0, prefix);
      in.get(value, prefix, middle);
      System.arraycopy(last, last.length - suffix, value, prefix + middle, suffix);
      each.record(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), value);
      last = value;
    }
  }

  private static long number(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; ; shift += BITS) {
      byte next = in.get();
      number |= (long) (next & (MORE - 1)) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  private static int prefix(byte[] a, byte[] b) {
    int mismatch = Arrays.mismatch(a, b);
    return mismatch < 0 ? b.length : mismatch;
  }

  /** Eight bytes at a time: most of a value is the same as in the one before it. */
  private static int suffix(byte[] a, byte[] b, int prefix) {
    int most = Math.min(a.length, b.length) - prefix;
    int suffix = 0;
    while (suffix + Long.BYTES <= most) {
      int end = suffix + Long.BYTES;
      long differing = (long) WORD.get(a, a.length - end) ^ (long) WORD.get(b, b.length - end);
      if (differing != 0) {
        return suffix + Long.numberOfLeadingZeros(differing) / Byte.SIZE;
      }
      suffix = end;
    }
    while (suffix < most && a[a.length - 1 - suffix] == b[b.length - 1 - suffix]) {
      suffix++;
    }
    return suffix;
  }
}
