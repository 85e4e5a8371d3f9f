package org.dockline.warehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power cuts of the embedded warehouse: a day is there as a whole, or as it was before. */
class KilledWarehouseIT {

  private static final int KILLS = Boolean.getBoolean("dockline.long") ? 20 : 3;
  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
  private static final int STATIONS = 40;

  @TempDir Path folder;
  private WarehouseProcess server;

  @BeforeEach
  void start() throws Exception {
    server = WarehouseProcess.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aDayThatIsLoadedOutlivesAPowerCutRightAfterwards() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      ContractDay day = Loader.lyon(FIRST.plusDays(i).toString());
      List<List<StationHour>> loaded;
      try (Warehouse warehouse = server.open()) {
        Loader loader = new Loader(warehouse);
        loader.stage("cut", 0, loader.compute(day, observations(day, i)));
        warehouse.replaceDay("cut", day, new DayRead(STATIONS, Map.of()));
        server.kill();
      } catch (WarehouseException e) {
        throw new AssertionError("Nothing was asked after the kill", e);
      }
      server.restart();
      try (Warehouse warehouse = server.open()) {
        warehouse.discardStaging("cut");
        loaded = hours(warehouse, day);
        assertThat(warehouse.listLoadedDays()).extracting(LoadedDay::date).contains(day.date());
        load(warehouse, day, i);
        assertThat(loaded).isEqualTo(hours(warehouse, day)).hasSize(STATIONS);
      }
    }
  }

  @Test
  void aPowerCutWhileADayIsReplacedLeavesTheOldOrTheNew() throws Exception {
    ContractDay day = Loader.lyon(FIRST.toString());
    List<List<StationHour>> old;
    List<List<StationHour>> other;
    try (Warehouse warehouse = server.open()) {
      load(warehouse, day, 2);
      other = hours(warehouse, day);
      load(warehouse, day, 1);
      old = hours(warehouse, day);
    }
    assertThat(old).isNotEqualTo(other);
    Random random = new Random(5);
    for (int i = 0; i < KILLS; i++) {
      cutWhileLoading(day, random.nextInt(1_000));
      try (Warehouse warehouse = server.open()) {
        assertThat(hours(warehouse, day)).isIn(old, other);
        load(warehouse, day, 1);
        assertThat(hours(warehouse, day)).isEqualTo(old);
        assertThat(warehouse.listLoadedDays()).hasSize(1);
      }
    }
  }

  private void cutWhileLoading(ContractDay day, int afterMillis) throws Exception {
    try (Warehouse warehouse = server.open()) {
      CompletableFuture<Void> load = CompletableFuture.runAsync(() -> load(warehouse, day, 2));
      LockSupport.parkNanos(Duration.ofMillis(afterMillis).toNanos());
      server.kill();
      load.exceptionally(cut -> null).join();
    }
    server.restart();
  }

  private static void load(Warehouse warehouse, ContractDay day, long seed) {
    new Loader(warehouse).load(day, observations(day, seed));
  }

  private static List<StationObservation> observations(ContractDay day, long seed) {
    return IntStream.range(0, STATIONS)
        .boxed()
        .flatMap(n -> RandomHistory.of(seed + n, key(n), day.start(), day.end()).stream())
        .toList();
  }

  private static List<List<StationHour>> hours(Warehouse warehouse, ContractDay day) {
    return IntStream.range(0, STATIONS)
        .mapToObj(n -> warehouse.listHours(key(n), day.start(), day.end()))
        .filter(hours -> !hours.isEmpty())
        .toList();
  }

  private static StationKey key(int number) {
    return new StationKey("lyon", "s" + number);
  }
}
