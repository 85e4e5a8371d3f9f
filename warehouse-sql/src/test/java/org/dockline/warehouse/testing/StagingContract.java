package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;

import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.StagingWriter;
import org.junit.jupiter.api.Test;

/** What is staged, and what becomes of it. */
interface StagingContract extends WarehouseFixture {

  @Test
  default void showsNothingOfWhatIsOnlyStaged() {
    loader().stage("a", 0, someDay());
    assertThat(warehouse().listLoadedDays()).isEmpty();
    assertThat(allHours()).isEmpty();
    assertThat(allPoints()).isEmpty();
  }

  @Test
  default void forgetsAPartThatWasNotCommitted() {
    try (StagingWriter writer = warehouse().stage("a", 0)) {
      someDay().forEach(writer::add);
    }
    assertThat(warehouse().replaceDay("a", lyon("2026-03-01"), READ).stations()).isZero();
  }

  @Test
  default void replacesAPartThatIsOpenedAgain() {
    loader().stage("a", 0, someDay());
    loader().stage("a", 1, stationDays("lyon/8", "lyon/9"));
    loader().stage("a", 1, stationDays("lyon/8"));
    assertThat(warehouse().replaceDay("a", lyon("2026-03-01"), READ).stations()).isEqualTo(2);
  }

  @Test
  default void keepsTheEarlierPartUntilTheNewOneCommits() {
    loader().stage("a", 0, someDay());
    try (StagingWriter writer = warehouse().stage("a", 0)) {
      stationDays("lyon/8", "lyon/9").forEach(writer::add);
    }
    assertThat(warehouse().replaceDay("a", lyon("2026-03-01"), READ).stations()).isEqualTo(1);
  }

  @Test
  default void takesManyPartsAndDaysUnderOneLoad() {
    try (StagingWriter one = warehouse().stage("a", 1);
        StagingWriter two = warehouse().stage("a", 2)) {
      stationDays("lyon/8").forEach(one::add);
      someDay().forEach(two::add);
      loader().compute(lyon("2026-03-02"), morning("2026-03-02")).forEach(one::add);
      one.commit();
      two.commit();
    }
    assertThat(warehouse().replaceDay("a", lyon("2026-03-01"), READ).stations()).isEqualTo(2);
    assertThat(warehouse().replaceDay("a", lyon("2026-03-02"), READ).stations()).isEqualTo(1);
  }

  @Test
  default void discardsOneLoadOnly() {
    loader().stage("a", 0, someDay());
    loader().stage("b", 0, someDay());
    warehouse().discardStaging("a");
    warehouse().discardStaging("never staged");
    assertThat(warehouse().replaceDay("a", lyon("2026-03-01"), READ).stations()).isZero();
    assertThat(warehouse().replaceDay("b", lyon("2026-03-01"), READ).stations()).isEqualTo(1);
  }

  private List<StationDay> stationDays(String... keys) {
    return loader()
        .compute(
            lyon("2026-03-01"),
            Stream.of(keys)
                .map(key -> polledAt("2026-03-01T08:00:00Z").station(key).build())
                .toList());
  }
}
