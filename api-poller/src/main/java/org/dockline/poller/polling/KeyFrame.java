package org.dockline.poller.polling;

import java.time.Duration;
import java.time.Instant;

/**
 * A fact that stays is sent again before its last delivery stops vouching for it, which is 15
 * minutes after its poll; so silence on the topic means silence of the source.
 */
final class KeyFrame {

  /** The longest a station that is still polled stays unsent. */
  static final Duration EVERY = Duration.ofMinutes(13);

  private KeyFrame() {}

  /** Whether it is time again; always so when our clock was set back. */
  static boolean due(Instant lastSent, Instant polledAt) {
    return polledAt.isBefore(lastSent) || !polledAt.isBefore(lastSent.plus(EVERY));
  }
}
