package org.dockline.dashboard.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dockline.dashboard.live.Board;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.live.Subscription;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns snapshots into {@link Moment}s, once for all pages: when a snapshot comes, and now and then
 * without one, because a count that nothing renews fades to unknown.
 */
public final class Moments implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Moments.class);

  private final Clock clock;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("moments").factory());
  private final Subscription subscription;
  private volatile @Nullable Moment current;

  /**
   * Begins to follow.
   *
   * @param fade how often to judge anew while no snapshot comes
   */
  public Moments(LiveStations live, Clock clock, Duration fade) {
    this.clock = clock;
    this.subscription = live.listen(snapshot -> worker.execute(() -> advance(snapshot)));
    live.current().ifPresent(snapshot -> worker.execute(() -> advance(snapshot)));
    ScheduledFuture<?> unused =
        worker.scheduleWithFixedDelay(
            this::fade, fade.toMillis(), fade.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The newest, or empty before the first snapshot. */
  public Optional<Moment> current() {
    return Optional.ofNullable(current);
  }

  /** Tells of every new moment, from one thread; slow work belongs elsewhere. */
  public Subscription listen(Consumer<Moment> told) {
    return listen(told, () -> false);
  }

  /**
   * The same, for a listener that may go without ending its subscription.
   *
   * @param gone asked before each telling; once it says so, the listener is forgotten
   */
  public Subscription listen(Consumer<Moment> told, BooleanSupplier gone) {
    Listener listener = new Listener(told, gone);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** How many are told. */
  int listeners() {
    return listeners.size();
  }

  @Override
  public void close() {
    subscription.end();
    worker.shutdownNow();
  }

  private void advance(LiveSnapshot snapshot) {
    Moment before = current;
    if (before == null || snapshot != before.snapshot()) {
      publish(before, snapshot);
    }
  }

  private void fade() {
    Moment before = current;
    if (before != null) {
      publish(before, before.snapshot());
    }
  }

  private void publish(@Nullable Moment before, LiveSnapshot snapshot) {
    Instant now = clock.instant();
    Board board = Board.of(snapshot, now);
    Moment next = before == null ? first(now, snapshot, board) : next(before, now, snapshot, board);
    current = next;
    listeners.removeIf(listener -> listener.gone().getAsBoolean());
    for (Listener listener : listeners) {
      tell(listener.told(), next);
    }
  }

  private static Moment first(Instant now, LiveSnapshot snapshot, Board board) {
    return new Moment(1, now, snapshot, board, board.marks().keySet(), null);
  }

  private static Moment next(Moment before, Instant now, LiveSnapshot snapshot, Board board) {
    Set<StationKey> changed = board.changedSince(before.board());
    long version = before.version() + 1;
    String delta =
        board.sameStationsAs(before.board()) ? MarksJson.delta(version, changed, board) : null;
    return new Moment(version, now, snapshot, board, changed, delta);
  }

  private static void tell(Consumer<Moment> listener, Moment moment) {
    try {
      listener.accept(moment);
    } catch (RuntimeException e) {
      LOG.warn("A page could not be told of version {}: {}", moment.version(), e.toString());
    }
  }

  private record Listener(Consumer<Moment> told, BooleanSupplier gone) {}
}
