package org.dockline.poller.gbfs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file's content for as long as its provider says that it holds.
 *
 * @param value what was read; null before the first time
 * @param ttl how long it holds
 * @param until when it is asked for again
 * @param <T> the content
 */
record Held<T>(@Nullable T value, Duration ttl, Instant until) {

  /** Nothing yet. */
  static <T> Held<T> nothing() {
    return new Held<>(null, Duration.ZERO, Instant.MIN);
  }

  /** From now on, for the provider's time to live but no shorter than {@code least}. */
  static <T> Held<T> from(Instant now, T value, Duration ttl, Duration least) {
    Duration longer = ttl.compareTo(least) < 0 ? least : ttl;
    return new Held<>(value, longer, now.plus(longer));
  }

  boolean holdsAt(Instant now) {
    return value != null && now.isBefore(until);
  }

  /** The same content, for another time to live. */
  Held<T> again(Instant now) {
    return new Held<>(value, ttl, now.plus(ttl));
  }
}
