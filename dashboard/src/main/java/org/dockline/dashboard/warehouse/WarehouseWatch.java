package org.dockline.dashboard.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/** Asks the warehouse how it is, at most once in a while, however many pages want to know. */
public final class WarehouseWatch {

  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final int RUNS = 40;

  private final @Nullable Supplier<Warehouse> warehouse;
  private final Clock clock;
  private @Nullable WarehouseState last;
  private Instant askedAt = Instant.MIN;

  /**
   * Watches that one.
   *
   * @param warehouse null when none is configured
   */
  public WarehouseWatch(@Nullable Supplier<Warehouse> warehouse, Clock clock) {
    this.warehouse = warehouse;
    this.clock = clock;
  }

  /** Its state, at most a quarter of a minute old; may take as long as a connection takes. */
  public synchronized WarehouseState state() {
    WarehouseState known = last;
    Instant now = clock.instant();
    if (known != null && now.isBefore(askedAt.plus(FRESH))) {
      return known;
    }
    WarehouseState asked = ask(now);
    last = asked;
    askedAt = now;
    return asked;
  }

  private WarehouseState ask(Instant now) {
    if (warehouse == null) {
      return new WarehouseState.NotConfigured();
    }
    try {
      Warehouse open = warehouse.get();
      Map<String, Instant> loadedThrough = open.loadedThrough();
      List<LoadRun> runs = open.listRuns(RUNS);
      Duration took = Duration.between(now, clock.instant());
      return new WarehouseState.Answering(now, took, loadedThrough, runs);
    } catch (WarehouseException e) {
      return new WarehouseState.Away(
          now, Objects.requireNonNullElse(e.getMessage(), "the warehouse is away"));
    }
  }
}
