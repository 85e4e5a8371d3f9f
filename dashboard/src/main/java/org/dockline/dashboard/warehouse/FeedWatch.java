package org.dockline.dashboard.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;
import org.dockline.warehouse.Insights;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/**
 * How the providers answered on the last loaded days, and what of it could not be used. The
 * warehouse is asked once for each load, however many pages want to know. Safe for use by several
 * threads.
 */
public final class FeedWatch {

  /** How far back it looks from the newest loaded moment. */
  public static final Duration BACK = Duration.ofDays(7);

  private final Supplier<Insights> insights;
  private @Nullable Loads askedAt;
  private @Nullable FeedHistory last;

  /** What changes when a day is loaded. */
  private record Loads(Map<String, Instant> through, @Nullable Instant newestRun) {

    static Loads of(WarehouseState.Answering state) {
      return new Loads(
          state.loadedThrough(),
          state.runs().isEmpty() ? null : state.runs().getFirst().finishedAt());
    }
  }

  /**
   * Asks these.
   *
   * @param insights called only when the warehouse has answered and something is loaded
   */
  public FeedWatch(Supplier<Insights> insights) {
    this.insights = insights;
  }

  /** What is known as long as the warehouse is in that state; may take as long as a query takes. */
  public FeedHistory history(WarehouseState state) {
    return switch (state) {
      case WarehouseState.NotConfigured none -> new FeedHistory.NotConfigured();
      case WarehouseState.Away away -> new FeedHistory.Away();
      case WarehouseState.Answering answering ->
          answering.loadedThrough().isEmpty()
              ? new FeedHistory.NothingLoaded()
              : sinceLoad(answering);
    };
  }

  private synchronized FeedHistory sinceLoad(WarehouseState.Answering state) {
    Loads loads = Loads.of(state);
    FeedHistory known = last;
    if (known != null && loads.equals(askedAt)) {
      return known;
    }
    Instant through = Collections.max(state.loadedThrough().values());
    Instant from = through.minus(BACK);
    try {
      Insights asked = insights.get();
      FeedHistory found =
          new FeedHistory.Known(
              from, through, asked.listFeedAnswers(from), asked.listRejectedReasons(from, through));
      last = found;
      askedAt = loads;
      return found;
    } catch (WarehouseException e) {
      return new FeedHistory.Away();
    }
  }
}
