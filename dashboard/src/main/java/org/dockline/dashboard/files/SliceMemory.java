package org.dockline.dashboard.files;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Remembers what was read of files that never change, as much as there is room for; what was not
 * asked for the longest goes first. Safe for use by several threads.
 *
 * @param <K> says what was read
 * @param <V> what was found, never changed afterwards
 */
final class SliceMemory<K, V> {

  private final Map<K, V> kept = new LinkedHashMap<>(64, 0.75f, true);
  private final int room;
  private final ToIntFunction<V> size;
  private int used;

  /** Reads what is not remembered. */
  interface Reader<V> {
    /**
     * Reads it.
     *
     * @throws IOException when it can't be read; nothing is remembered then
     */
    V read() throws IOException;
  }

  /**
   * Remembers nothing yet.
   *
   * @param room how much may be kept in all, in the unit of {@code size}
   */
  SliceMemory(int room, ToIntFunction<V> size) {
    this.room = room;
    this.size = size;
  }

  /** What is remembered, else what the reader gives, which may be asked twice at once. */
  V find(K key, Reader<V> reader) throws IOException {
    synchronized (kept) {
      V known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    V read = reader.read();
    keep(key, read);
    return read;
  }

  /** How much is kept. */
  int used() {
    synchronized (kept) {
      return used;
    }
  }

  private void keep(K key, V value) {
    synchronized (kept) {
      V before = kept.put(key, value);
      used += sizeOf(value) - (before == null ? 0 : sizeOf(before));
      var oldest = kept.values().iterator();
      while (used > room && oldest.hasNext()) {
        used -= sizeOf(oldest.next());
        oldest.remove();
      }
    }
  }

  /** What is empty takes room, too. */
  private int sizeOf(V value) {
    return 1 + size.applyAsInt(value);
  }
}
