package org.dockline.dashboard.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/**
 * Opens the warehouse when it is first asked for, so that pages start without it. One that is away
 * is not tried again at once: each try may take as long as a connection takes.
 */
public final class WarehouseDoor implements Supplier<Warehouse>, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<Warehouse> opener;
  private final Clock clock;
  private @Nullable Warehouse opened;
  private @Nullable WarehouseException refused;
  private Instant refusedAt = Instant.MIN;

  /**
   * Stays closed until {@link #get()}.
   *
   * @param opener opens it, or throws {@link WarehouseException}
   */
  public WarehouseDoor(Supplier<Warehouse> opener, Clock clock) {
    this.opener = opener;
    this.clock = clock;
  }

  /**
   * The open warehouse.
   *
   * @throws WarehouseException when it is away, at once when it was so a moment ago
   */
  @Override
  public synchronized Warehouse get() {
    if (opened != null) {
      return opened;
    }
    if (refused != null && clock.instant().isBefore(refusedAt.plus(PATIENCE))) {
      throw refused;
    }
    try {
      Warehouse now = opener.get();
      opened = now;
      return now;
    } catch (WarehouseException e) {
      refused = e;
      refusedAt = clock.instant();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
