package org.dockline.dashboard.files;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Times of rows, of which some may lack: four bytes a row when they lie within some weeks. */
final class Moments {

  private static final long ABSENT = Long.MIN_VALUE;

  private final long base;
  private final int @Nullable [] near;
  private final long @Nullable [] far;

  private Moments(long base, int @Nullable [] near, long @Nullable [] far) {
    this.base = base;
    this.near = near;
    this.far = far;
  }

  /** Of these rows. */
  static <T> Moments of(List<T> rows, Function<T, @Nullable Instant> time) {
    long[] millis = new long[rows.size()];
    for (int row = 0; row < millis.length; row++) {
      Instant at = time.apply(rows.get(row));
      millis[row] = at == null ? ABSENT : at.toEpochMilli();
    }
    long first = Arrays.stream(millis).filter(m -> m != ABSENT).min().orElse(0);
    long last = Arrays.stream(millis).filter(m -> m != ABSENT).max().orElse(ABSENT);
    if (last == ABSENT) {
      return new Moments(0, null, null);
    }
    return last - first > Integer.MAX_VALUE
        ? new Moments(0, null, millis)
        : new Moments(first, near(millis, first), null);
  }

  private static int[] near(long[] millis, long base) {
    int[] near = new int[millis.length];
    for (int row = 0; row < near.length; row++) {
      near[row] = millis[row] == ABSENT ? -1 : (int) (millis[row] - base);
    }
    return near;
  }

  @Nullable Instant get(int row) {
    if (near != null) {
      return near[row] < 0 ? null : Instant.ofEpochMilli(base + near[row]);
    }
    return far == null || far[row] == ABSENT ? null : Instant.ofEpochMilli(far[row]);
  }

  /** About how many bytes of memory it takes. */
  int bytes() {
    return (near == null ? 0 : Integer.BYTES * near.length)
        + (far == null ? 0 : Long.BYTES * far.length);
  }
}
