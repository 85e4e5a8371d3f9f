package org.dockline.batch.load;

import java.util.Arrays;

/** How a load ends, as the exit code of its process. */
public enum LoadEnding {
  /** Everything asked for is loaded, or nothing was due. */
  DONE(0, false),
  /** A day could not be loaded; another try may do better. */
  FAILED(1, true),
  /** Arguments or settings are wrong. */
  MISUSED(2, false),
  /** Kafka, a topic, the archive or the warehouse can't be used; another try may do better. */
  UNAVAILABLE(3, true),
  /** What can be loaded is; something can't be as things are, and the log says what. */
  INCOMPLETE(4, false);

  private final int exitCode;
  private final boolean worthRetrying;

  LoadEnding(int exitCode, boolean worthRetrying) {
    this.exitCode = exitCode;
    this.worthRetrying = worthRetrying;
  }

  /** What a load of that result ends with. */
  public static LoadEnding of(LoadResult result) {
    if (result.failed() > 0) {
      return FAILED;
    }
    return result.impossible() > 0 ? INCOMPLETE : DONE;
  }

  /** What a process ended with; any code that is none of ours is a failure. */
  public static LoadEnding ofExitCode(int code) {
    return Arrays.stream(values()).filter(e -> e.exitCode == code).findFirst().orElse(FAILED);
  }

  /**
   * How both together end: not done when one of them is not, and with what another try may mend.
   */
  public LoadEnding and(LoadEnding other) {
    if (this == DONE || other == DONE) {
      return this == DONE ? other : this;
    }
    return compareTo(other) <= 0 ? this : other;
  }

  /** For {@link System#exit}. */
  public int exitCode() {
    return exitCode;
  }

  /** Whether the same load may do better soon. */
  public boolean worthRetrying() {
    return worthRetrying;
  }
}
