package org.dockline.station;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a provider answered over one hour, for one source and one contract; see {@link PollHours}.
 *
 * @param source the protocol asked
 * @param contract the contract asked, or {@link PollReport#ALL}
 * @param start the hour's start, inclusive; at half past in zones such as +05:30
 * @param calls calls started in the hour, at least 1
 * @param failures of them without a usable answer, whether none came or an unusable one
 * @param notModified of them answered "not modified", which is a success
 * @param latency over the calls that were answered at all; null when none was
 * @param bytes of all bodies, decoded
 * @param stations understood, over all calls
 * @param gaps silences that begin in the hour; see {@link PollHours#GAP}
 */
public record PollHour(
    Source source,
    String contract,
    Instant start,
    int calls,
    int failures,
    int notModified,
    @Nullable Latency latency,
    long bytes,
    long stations,
    int gaps) {

  /**
   * Exact percentiles by nearest rank: each is the latency of a call that was made.
   *
   * @param p50 half of the calls took no longer
   * @param p95 95 of 100 calls took no longer
   * @param max the slowest call
   */
  public record Latency(Duration p50, Duration p95, Duration max) {}
}
