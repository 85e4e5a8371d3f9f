package org.dockline.poller.polling;

/** Which observations of a poll go to the topic. */
public enum SendPolicy {
  /** What changed since it was last sent, and key frames. */
  CHANGED,
  /** Everything, at every poll. */
  ALL
}
