package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadedDay;
import org.junit.jupiter.api.Test;

/** How loaded days hang together. */
interface RunOfDaysContract extends WarehouseFixture {

  @Test
  default void movesLoadedThroughOnlyAlongTheRunOfTheFirstLoadedDay() {
    loader().load(lyon("2026-03-03"), morning("2026-03-03"));
    assertThat(through()).isEqualTo(lyon("2026-03-03").end());
    loader().load(lyon("2026-03-05"), morning("2026-03-05"));
    assertThat(through()).as("a gap is not jumped").isEqualTo(lyon("2026-03-03").end());
    loader().load(lyon("2026-02-10"), morning("2026-02-10"));
    assertThat(through()).as("never lowered").isEqualTo(lyon("2026-03-03").end());
    loader().load(lyon("2026-03-04"), morning("2026-03-04"));
    assertThat(through()).as("the gap is closed").isEqualTo(lyon("2026-03-05").end());
    loader().load(lyon("2026-03-04"), morning("2026-03-04"));
    assertThat(through()).isEqualTo(lyon("2026-03-05").end());
  }

  @Test
  default void marksTheNextDayWhenItsSeedChanges() {
    ContractDay first = lyon("2026-03-01");
    ContractDay second = lyon("2026-03-02");
    loader().load(second, morning("2026-03-02"));
    assertThat(loader().load(first, morning("2026-03-01")).closeChanged()).isTrue();
    assertThat(seedChanged()).containsExactly(false, true);
    loader().load(second, morning("2026-03-02"));
    assertThat(seedChanged()).containsExactly(false, false);
    assertThat(loader().load(first, morning("2026-03-01")).closeChanged()).isFalse();
    assertThat(seedChanged()).containsExactly(false, false);
    loader().load(first, polledAt("2026-03-01T22:00:00Z").bikes(1).build());
    assertThat(seedChanged()).containsExactly(false, true);
  }

  @Test
  default void savesContractsAndAddsThoseItMeets() {
    Contract lyon =
        new Contract("lyon", "Vélo'v", "FR", "France", ZoneId.of("Europe/Paris"), 45.76, 4.84);
    Contract renamed =
        new Contract("lyon", "Velov", null, null, ZoneId.of("Europe/Paris"), null, null);
    warehouse().saveContracts(List.of(lyon));
    warehouse().saveContracts(List.of(lyon));
    assertThat(warehouse().listContracts()).containsExactly(lyon);
    loader().load(lyon("2026-03-01"), morning("2026-03-01"));
    ContractDay other = new ContractDay("aix", date("2026-03-01"), ZoneId.of("Europe/Paris"));
    warehouse().replaceDay("none", other, READ);
    warehouse().saveContracts(List.of(renamed));
    assertThat(warehouse().listContracts())
        .containsExactly(
            new Contract("aix", null, null, null, ZoneId.of("Europe/Paris"), null, null), renamed);
  }

  @Test
  default void letsTwoLoadsAtOnceComeOutAsOneAfterTheOther() {
    List<ContractDay> days =
        Stream.of("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04")
            .map(Loader::lyon)
            .toList();
    for (ContractDay day : days) {
      loader()
          .stage(day.date().toString(), 0, loader().compute(day, morning(day.date().toString())));
    }
    List<CompletableFuture<DayTotals>> loads =
        days.stream()
            .map(
                day ->
                    CompletableFuture.supplyAsync(
                        () -> warehouse().replaceDay(day.date().toString(), day, READ)))
            .toList();
    loads.forEach(load -> assertThat(load.join().hours()).isEqualTo(24));
    assertThat(allHours()).hasSize(96);
    assertThat(warehouse().listLoadedDays()).hasSize(4);
  }

  private List<Boolean> seedChanged() {
    return warehouse().listLoadedDays().stream().map(LoadedDay::seedChanged).toList();
  }

  private Instant through() {
    return warehouse().loadedThrough().get("lyon");
  }
}
