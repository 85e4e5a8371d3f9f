package org.dockline.poller.gbfs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file's content for as long as its provider says that it holds.
 *
 * @param value what was read; null before the first time
 * @param validators headers that ask for it again only if it changed
 * @param ttl how long it holds
 * @param until when it is asked for again
 * @param <T> the content
 */
record Held<T>(@Nullable T value, Map<String, String> validators, Duration ttl, Instant until) {

  /** Nothing yet. */
  static <T> Held<T> nothing() {
    return new Held<>(null, Map.of(), Duration.ZERO, Instant.MIN);
  }

  /** From now on, for as long as the file says but no shorter than {@code least}. */
  static <T> Held<T> from(Instant now, T value, GbfsReply.File file, Duration least) {
    Duration ttl = longer(file.document().ttl(), least);
    Duration first = longer(file.document().holdsFor(now), least);
    return new Held<>(value, file.validators(), ttl, now.plus(first));
  }

  /** A makeshift, for a while. */
  static <T> Held<T> makeshift(Instant now, T value, Duration time) {
    return new Held<>(value, Map.of(), time, now.plus(time));
  }

  boolean holdsAt(Instant now) {
    return value != null && now.isBefore(until);
  }

  /** The same content, which holds no longer and is to be sent again. */
  Held<T> expired() {
    return new Held<>(value, Map.of(), ttl, Instant.MIN);
  }

  /** The same content, for another time to live. */
  Held<T> again(Instant now) {
    return new Held<>(value, validators, ttl, now.plus(ttl));
  }

  /** The same content while its file does not come. */
  Held<T> meanwhile(Instant now, Duration time) {
    return new Held<>(value, validators, ttl, now.plus(time));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
