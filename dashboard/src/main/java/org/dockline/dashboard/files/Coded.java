package org.dockline.dashboard.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values of rows, each distinct one kept once: a byte a row while there are few of them.
 *
 * @param <T> equal values stand for each other
 */
final class Coded<T> {

  /** So many values fit in a byte. */
  private static final int FEW = 256;

  private final List<T> values;
  private final byte @Nullable [] few;
  private final int @Nullable [] many;

  private Coded(List<T> values, int[] codes) {
    this.values = List.copyOf(values);
    this.many = values.size() > FEW ? codes : null;
    this.few = values.size() > FEW ? null : bytes(codes);
  }

  /** Of these rows. */
  static <T> Coded<T> of(List<T> rows) {
    Map<T, Integer> codes = new HashMap<>();
    List<T> values = new ArrayList<>();
    int[] coded = new int[rows.size()];
    for (int row = 0; row < coded.length; row++) {
      T value = rows.get(row);
      // Neighbours are mostly alike.
      boolean again = row > 0 && value.equals(values.get(coded[row - 1]));
      coded[row] = again ? coded[row - 1] : codes.computeIfAbsent(value, v -> add(values, v));
    }
    return new Coded<>(values, coded);
  }

  private static <T> int add(List<T> values, T value) {
    values.add(value);
    return values.size() - 1;
  }

  private static byte[] bytes(int[] codes) {
    byte[] bytes = new byte[codes.length];
    for (int row = 0; row < codes.length; row++) {
      bytes[row] = (byte) codes[row];
    }
    return bytes;
  }

  T get(int row) {
    return values.get(code(row));
  }

  /** The rows whose value is such a one, in order. */
  int[] rows(Predicate<T> such) {
    boolean[] wanted = new boolean[values.size()];
    boolean any = false;
    for (int code = 0; code < wanted.length; code++) {
      wanted[code] = such.test(values.get(code));
      any |= wanted[code];
    }
    return any ? rows(wanted) : new int[0];
  }

  private int[] rows(boolean[] wanted) {
    int length = few == null ? many().length : few.length;
    int[] rows = new int[length];
    int found = 0;
    for (int row = 0; row < length; row++) {
      if (wanted[code(row)]) {
        rows[found++] = row;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  /** About how many bytes of memory it takes. */
  int bytes(ToIntFunction<T> ofValue) {
    int ofRows = few == null ? Integer.BYTES * many().length : few.length;
    return ofRows + values.stream().mapToInt(ofValue).sum();
  }

  private int code(int row) {
    return few == null ? many()[row] : few[row] & 0xff;
  }

  private int[] many() {
    if (many == null) {
      throw new IllegalStateException("Codes are bytes or integers");
    }
    return many;
  }
}
