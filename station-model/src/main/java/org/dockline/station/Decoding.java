package org.dockline.station;

import java.util.Optional;

/**
 * The outcome of reading one thing from outside. Bad input is data: it has a reason and is kept.
 *
 * @param <T> what a good one becomes
 */
public sealed interface Decoding<T> {

  /** It was understood. */
  record Decoded<T>(T value) implements Decoding<T> {}

  /** It was not understood; see the rejection. */
  record Rejected<T>(Rejection rejection) implements Decoding<T> {}

  /** The value of a good one. */
  default Optional<T> decoded() {
    return this instanceof Decoded<T> d ? Optional.of(d.value()) : Optional.empty();
  }
}
