package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dockline.warehouse.testing.Loader.lyon;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.dockline.warehouse.LoadLock;
import org.dockline.warehouse.LoadProgress;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.WarehouseException;
import org.junit.jupiter.api.Test;

/** What is noted of loads, and how they keep out of each other's way. */
interface JournalContract extends WarehouseFixture {

  @Test
  default void listsRunsNewestFirst() {
    LoadRun failed =
        new LoadRun(
            "lyon",
            date("2026-03-01"),
            LOADED_AT,
            LOADED_AT.plusMillis(1),
            LoadRun.Status.FAILED,
            1,
            0,
            0,
            0,
            0,
            null,
            "the disk is full");
    LoadRun loaded =
        new LoadRun(
            "nobody knows it",
            date("2026-03-01"),
            LOADED_AT,
            LOADED_AT.plusSeconds(9),
            LoadRun.Status.LOADED,
            10_000_000_000L,
            2,
            3,
            4,
            5,
            6L,
            null);
    warehouse().recordRun(failed);
    warehouse().recordRun(loaded);
    assertThat(warehouse().listRuns(10)).containsExactly(loaded, failed);
    assertThat(warehouse().listRuns(1)).containsExactly(loaded);
    assertThat(warehouse().listRuns(0)).isEmpty();
  }

  @Test
  default void showsTheLastWordOfEachLoad() {
    LoadProgress first =
        progress("a", LOADED_AT.minusSeconds(3600), LoadProgress.Status.RUNNING, 1);
    LoadProgress later = progress("a", LOADED_AT.minusSeconds(3600), LoadProgress.Status.LOADED, 3);
    LoadProgress running = progress("b", LOADED_AT, LoadProgress.Status.RUNNING, 2);
    warehouse().noteProgress(first);
    warehouse().noteProgress(running);
    assertThat(warehouse().listProgress(9)).containsExactly(running, first);
    warehouse().noteProgress(later);
    assertThat(warehouse().listProgress(9)).containsExactly(running, later);
    assertThat(warehouse().listProgress(1)).containsExactly(running);
    assertThat(warehouse().listProgress(0)).isEmpty();
  }

  @Test
  default void doesNotTakeASilentLoadForALivingOne() {
    Instant silent = LOADED_AT.minus(LoadProgress.SILENT_AFTER).minusMillis(1);
    LoadProgress running = progress("a", LOADED_AT, LoadProgress.Status.RUNNING, 1);
    LoadProgress dead =
        new LoadProgress(
            "a", "all", silent, silent, LoadProgress.Status.RUNNING, 1, 0, 3, 4, 5, null);
    warehouse().noteProgress(running);
    assertThat(warehouse().listProgress(1)).containsExactly(running);
    warehouse().noteProgress(dead);
    assertThat(warehouse().listProgress(1)).containsExactly(dead.died());
  }

  @Test
  default void letsOneLoadAtATimeIn() {
    try (LoadLock lock = warehouse().lock("load 1, process 4711", Duration.ZERO)) {
      assertThat(lock.isHeld()).isTrue();
      assertThatThrownBy(() -> warehouse().lock("load 2", Duration.ofMillis(50)))
          .isInstanceOf(WarehouseException.class)
          .hasMessageContaining("load 1, process 4711")
          .hasMessageContaining("since 2026-03-10T04:00:00.123Z");
      loader().load(lyon("2026-03-01"), morning("2026-03-01"));
    }
    try (LoadLock lock = warehouse().lock("load 2", Duration.ZERO)) {
      assertThat(lock.isHeld()).isTrue();
    }
  }

  @Test
  default void waitsForAnotherLoadToEnd() {
    LoadLock lock = warehouse().lock("load 1", Duration.ZERO);
    CompletableFuture<Boolean> second =
        CompletableFuture.supplyAsync(
            () -> {
              try (LoadLock own = warehouse().lock("load 2", Duration.ofMinutes(1))) {
                return own.isHeld();
              }
            });
    assertThat(second).isNotDone();
    lock.close();
    assertThat(second.join()).isTrue();
  }

  @Test
  default void knowsThatWhoeverLoadedBeforeIsDead() {
    warehouse().noteProgress(progress("a", LOADED_AT, LoadProgress.Status.RUNNING, 1));
    warehouse().noteProgress(progress("b", LOADED_AT, LoadProgress.Status.FAILED, 1));
    loader().stage("a", 0, loader().compute(lyon("2026-03-01"), morning("2026-03-01")));
    try (LoadLock lock = warehouse().lock("load c", Duration.ZERO)) {
      assertThat(lock.isHeld()).isTrue();
      assertThat(warehouse().listProgress(9))
          .extracting(LoadProgress::status)
          .containsExactly(LoadProgress.Status.FAILED, LoadProgress.Status.DIED);
      assertThatThrownBy(() -> warehouse().replaceDay("a", lyon("2026-03-01"), READ))
          .isInstanceOf(WarehouseException.class)
          .hasMessageContaining("discarded");
      assertThat(warehouse().listLoadedDays()).isEmpty();
      loader().load(lyon("2026-03-01"), morning("2026-03-01"));
    }
    assertThat(warehouse().listLoadedDays()).hasSize(1);
  }

  private static LoadProgress progress(
      String loadId, Instant startedAt, LoadProgress.Status status, int done) {
    return new LoadProgress(
        loadId,
        "all that is due",
        startedAt,
        LOADED_AT,
        status,
        done,
        0,
        3,
        10_000_000_000L,
        5,
        null);
  }
}
