package org.dockline.dashboard.pipeline;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
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

  /** Refuses a state that the stage can't be in: there would be no word about it. */
  public Stage {
    if (!name.states().contains(state)) {
      throw new IllegalArgumentException(name + " can't be " + state);
    }
  }

  /** The stages, in the order data passes them. */
  public enum Name {
    /** The providers' feeds and the poller that asks them. */
    SOURCE,
    /**
     * What was sent and not yet read. Never down: the stream alone tells of the topics, and is
     * silent itself where it can't read them.
     */
    TOPICS,
    /** The stream that publishes snapshots. */
    STREAM,
    /** The loads of whole days. */
    BATCH,
    /** The database. */
    WAREHOUSE;

    /** How it can be. */
    public Set<State> states() {
      return this == TOPICS
          ? EnumSet.complementOf(EnumSet.of(State.DOWN))
          : EnumSet.allOf(State.class);
    }

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
