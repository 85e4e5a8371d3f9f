package org.dockline.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one call to a provider went, as {@code polls_topic} tells it.
 *
 * @param source the protocol asked
 * @param contract the contract asked, or {@link #ALL}
 * @param startedAt when it was asked; the {@code polled_at} of its stations
 * @param latency until the whole answer was read
 * @param httpStatus the HTTP status, or null when no answer came
 * @param bytes size of the body as received, decoded
 * @param stations stations understood
 * @param sent records put into {@code stations_topic}
 * @param rejected things put in quarantine's count, whether sent again or not
 * @param error why the poll failed, in one sentence; null when it succeeded
 * @param notModified the provider said that nothing changed, which is a success
 * @param simulated the feed is made by the simulator
 * @param standsInFor the source that should have answered for the contract and does not; null in
 *     the ordinary case
 * @param contracts what the poller found out about the contracts asked that no table knows
 *     beforehand, their zones above all; usually empty
 * @param attribution whom the feed asks to name; null when it does not say, or was not asked yet
 */
public record PollReport(
    Source source,
    String contract,
    Instant startedAt,
    Duration latency,
    @Nullable Integer httpStatus,
    long bytes,
    int stations,
    int sent,
    int rejected,
    @Nullable String error,
    boolean notModified,
    boolean simulated,
    @Nullable Source standsInFor,
    List<Contract> contracts,
    @Nullable Attribution attribution) {

  /** Stands for all contracts in {@link #contract()}. */
  public static final String ALL = "*";

  /** Takes a copy. */
  public PollReport {
    contracts = List.copyOf(contracts);
  }

  /** The report of a source that answers for itself, of contracts that are known beforehand. */
  public PollReport(
      Source source,
      String contract,
      Instant startedAt,
      Duration latency,
      @Nullable Integer httpStatus,
      long bytes,
      int stations,
      int sent,
      int rejected,
      @Nullable String error,
      boolean notModified,
      boolean simulated) {
    this(
        source,
        contract,
        startedAt,
        latency,
        httpStatus,
        bytes,
        stations,
        sent,
        rejected,
        error,
        notModified,
        simulated,
        null,
        List.of(),
        null);
  }

  /** The same call, of a feed that asks to name them. */
  public PollReport with(@Nullable Attribution asked) {
    return new PollReport(
        source,
        contract,
        startedAt,
        latency,
        httpStatus,
        bytes,
        stations,
        sent,
        rejected,
        error,
        notModified,
        simulated,
        standsInFor,
        contracts,
        asked);
  }

  /** Whether the answer could be used. */
  public boolean succeeded() {
    return error == null;
  }
}
