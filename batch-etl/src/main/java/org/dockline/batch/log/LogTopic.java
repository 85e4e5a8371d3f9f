package org.dockline.batch.log;

/** What the poller writes, each in a topic of its own. */
public enum LogTopic {
  /** How each poll went. */
  POLLS,
  /** What could not be understood. */
  REJECTED,
  /** What each poll said of each station. */
  STATIONS
}
