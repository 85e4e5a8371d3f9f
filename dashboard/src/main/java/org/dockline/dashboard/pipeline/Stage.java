package org.dockline.dashboard.pipeline;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the drawing.
 *
 * @param name which one
 * @param state how it is
 * @param lastSign when it last showed life; null when it never did
 * @param count its one figure: failing feeds, records behind, stations, contracts loaded
 */
public record Stage(Name name, State state, @Nullable Instant lastSign, long count) {

  /** The stages, in the order data passes them. */
  public enum Name {
    /** The providers' feeds and the poller that asks them. */
    SOURCE,
    /** What was sent and not yet read. */
    TOPICS,
    /** The stream that publishes snapshots. */
    STREAM,
    /** The loads of whole days. */
    BATCH,
    /** The database. */
    WAREHOUSE;

    /** The name in ids and texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a stage is. */
  public enum State {
    /** Does its work. */
    OK,
    /** Works, but behind or in part. */
    LATE,
    /** Does not work. */
    DOWN,
    /** Can't be told. */
    UNKNOWN;

    /** The name in ids and texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
