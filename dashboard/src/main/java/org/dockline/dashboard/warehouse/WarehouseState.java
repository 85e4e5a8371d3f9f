package org.dockline.dashboard.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dockline.warehouse.LoadRun;

/** What could be learned of the warehouse. */
public sealed interface WarehouseState {

  /** None is configured. */
  record NotConfigured() implements WarehouseState {}

  /**
   * It did not answer.
   *
   * @param at when it was asked
   * @param problem why, in one sentence
   */
  record Away(Instant at, String problem) implements WarehouseState {}

  /**
   * It answered.
   *
   * @param at when it was asked
   * @param took how long it needed
   * @param loadedThrough exclusive, by contract
   * @param runs the last loads, newest first
   */
  record Answering(
      Instant at, Duration took, Map<String, Instant> loadedThrough, List<LoadRun> runs)
      implements WarehouseState {

    /** Copies both. */
    public Answering {
      loadedThrough = Map.copyOf(loadedThrough);
      runs = List.copyOf(runs);
    }
  }
}
