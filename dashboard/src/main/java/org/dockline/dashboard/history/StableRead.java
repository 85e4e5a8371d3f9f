package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/**
 * Several questions to the warehouse, answered as if they were one: when a load came between, they
 * are asked again.
 */
final class StableRead {

  static final int ATTEMPTS = 6;

  private static final String NOT_CONFIGURED = "no warehouse is configured";

  private StableRead() {}

  /**
   * What came of it.
   *
   * @param answer what was read
   * @param boundary up to when the warehouse answered; null when it did not or has nothing
   * @param problem why the answer may lack something, in one sentence; null when it does not
   */
  record Outcome<T>(T answer, @Nullable Instant boundary, @Nullable String problem) {}

  /**
   * Asks.
   *
   * @param warehouse null when none is configured
   * @param question asked with the mark that holds; not asked when nothing is loaded
   * @param nothing the answer of a warehouse that has none
   */
  static <T> Outcome<T> ask(
      @Nullable Supplier<Warehouse> warehouse,
      String contract,
      BiFunction<Warehouse, Instant, T> question,
      T nothing) {
    if (warehouse == null) {
      return new Outcome<>(nothing, null, NOT_CONFIGURED);
    }
    try {
      return ask(warehouse.get(), contract, question, nothing);
    } catch (WarehouseException e) {
      return new Outcome<>(
          nothing, null, Objects.requireNonNullElse(e.getMessage(), "the warehouse is away"));
    }
  }

  private static <T> Outcome<T> ask(
      Warehouse warehouse, String contract, BiFunction<Warehouse, Instant, T> question, T nothing) {
    LoadMark before = warehouse.loadMark(contract);
    for (int attempt = 1; ; attempt++) {
      Instant boundary = before.loadedThrough();
      T answer = boundary == null ? nothing : question.apply(warehouse, boundary);
      LoadMark after = warehouse.loadMark(contract);
      if (after.equals(before)) {
        return new Outcome<>(answer, boundary, null);
      }
      if (attempt == ATTEMPTS) {
        return new Outcome<>(
            nothing,
            null,
            "days of " + contract + " are being loaded one after the other; ask again");
      }
      before = after;
    }
  }
}
