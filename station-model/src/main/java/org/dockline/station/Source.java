package org.dockline.station;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The protocol an observation was read from. */
public enum Source {
  /** JCDecaux {@code /vls/v1}. */
  JCDECAUX_V1("jcdecaux-v1", true),
  /** JCDecaux {@code /vls/v3}. */
  JCDECAUX_V3("jcdecaux-v3", true),
  /** General Bikeshare Feed Specification 2.x. */
  GBFS_2("gbfs-2", false),
  /** General Bikeshare Feed Specification 3.x. */
  GBFS_3("gbfs-3", false);

  private final String text;
  private final boolean heartbeat;

  Source(String text, boolean heartbeat) {
    this.text = text;
    this.heartbeat = heartbeat;
  }

  /** The name in messages, files and the warehouse, for example {@code jcdecaux-v3}. */
  public String text() {
    return text;
  }

  /**
   * Whether an idle station renews its {@code reported_at} about every 603 s, so that an old one
   * means that the station is silent. GBFS {@code last_reported} is no heartbeat.
   */
  public boolean heartbeat() {
    return heartbeat;
  }

  /** The source of that {@link #text()}, or empty when there is none. */
  public static Optional<Source> find(String text) {
    return Arrays.stream(values()).filter(s -> s.text.equals(text)).findFirst();
  }

  /** All names, for messages that say what is allowed. */
  public static String names() {
    return Arrays.stream(values()).map(Source::text).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return text;
  }
}
