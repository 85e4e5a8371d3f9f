package org.dockline.dashboard.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dockline.warehouse.LoadMark;

/**
 * Answers of the warehouse, each good until its contract is loaded again; of many, the longest
 * unused are forgotten.
 *
 * @param <K> the question
 * @param <V> the answer
 */
public final class LoadedCache<K, V> {

  private record Kept<V>(LoadMark mark, V value) {}

  private final Map<K, Kept<V>> kept;

  /** Keeps that many. */
  public LoadedCache(int size) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > size;
          }
        };
  }

  /** The answer, when it was given at that mark. */
  public synchronized Optional<V> find(K question, LoadMark mark) {
    Kept<V> known = kept.get(question);
    return known == null || !known.mark().equals(mark)
        ? Optional.empty()
        : Optional.of(known.value());
  }

  /**
   * Keeps an answer.
   *
   * @param mark asked for before the answer was: one that comes in between makes it old
   */
  public synchronized void keep(K question, LoadMark mark, V answer) {
    kept.put(question, new Kept<>(mark, answer));
  }
}
