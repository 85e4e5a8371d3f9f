package org.dockline.station.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StationPeriodTest {

  private static final StationKey KEY = new StationKey("lyon", "7");
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final List<DatedVersion> said = new ArrayList<>();

  @Test
  void aNameThatIsBackWithin24HoursWasNeverAnother() {
    say(0, "Gare", 20).say(30, "Perrache", 20).say(54, "Gare", 20);
    assertThat(names(periods())).containsExactly("Gare");
  }

  @Test
  void aNameThatStaysLongerIsAChangeAndSoIsTheWayBack() {
    say(0, "Gare", 20).say(30, "Perrache", 20).say(55, "Gare", 20);
    assertThat(names(periods())).containsExactly("Gare", "Perrache", "Gare");
    assertThat(periods().get(1).validTo()).isEqualTo(hour(55));
  }

  @Test
  void aNameThatFlapsWhileTheStationGrowsLeavesTheGrowthAlone() {
    say(0, "Gare", 20).say(10, "Perrache", 20).say(11, "Perrache", 30).say(12, "Gare", 30);
    assertThat(names(periods())).containsExactly("Gare", "Gare");
    assertThat(periods().getLast().version().validFrom()).isEqualTo(hour(11));
    assertThat(periods().getLast().version().capacity()).isEqualTo(30);
  }

  @Test
  void severalNamesInARowAreHealedTogether() {
    say(0, "A", 20).say(1, "B", 20).say(2, "C", 20).say(3, "B", 20).say(4, "A", 20);
    assertThat(names(periods())).containsExactly("A");
  }

  @Test
  void theReadingWithFewestLettersLostIsKept() {
    say(0, "H\uFFFDtel", 20).say(100, "Hôtel", 20).say(200, "H\uFFFDtel", 20);
    assertThat(names(periods())).containsExactly("Hôtel");
    assertThat(periods().getFirst().version().validFrom()).isEqualTo(START);
  }

  @Test
  void whatIsNotSaidAnyMoreHoldsOn() {
    say(0, "Gare", 20).say(100, "Gare", null).say(200, "Gare", 21);
    assertThat(periods()).extracting(p -> p.version().capacity()).containsExactly(20, 21);
  }

  @Test
  void aFewMetresAreNoMove() {
    sayAt(0, 45.75800, 4.83500).sayAt(100, 45.75803, 4.83501).sayAt(200, 45.76000, 4.83500);
    assertThat(periods())
        .extracting(p -> p.version().place().latitude())
        .containsExactly(45.758, 45.760);
  }

  @Test
  void aStationThatCameBackHasARowForEachLife() {
    say(0, "Gare", 20).say(480, "Perrache", 20);
    LocalDate back = LocalDate.parse("2026-03-15");
    List<Life> lives =
        Life.of(
            history(),
            List.of(new Absence(LocalDate.parse("2026-03-09"), back)),
            from -> Optional.of(new DayOpening(back, hour(14 * 24 + 6))),
            UTC);
    List<StationPeriod> periods = StationPeriod.of(history(), lives);
    assertThat(names(periods)).containsExactly("Gare", "Gare", "Perrache");
    assertThat(periods)
        .extracting(StationPeriod::validTo)
        .containsExactly(hour(8 * 24), hour(480), StationPeriod.FOR_EVER);
    assertThat(periods)
        .extracting(StationPeriod::factsFrom)
        .containsExactly(StationPeriod.EVER, hour(14 * 24), hour(480));
    assertThat(periods).extracting(p -> p.version().validFrom()).startsWith(START, hour(342));
  }

  /** Names 1..4, each for 1..40 hours. */
  @Property(tries = 500)
  void rowsFollowEachOtherAndHealingAgainChangesNothing(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 159) Integer> steps) {
    said.clear();
    long hours = 0;
    for (int step : steps) {
      say(hours, "name " + step % 4, 20);
      hours += 1 + step / 4;
    }
    List<StationPeriod> periods = periods();
    assertThat(periods.getFirst().version().validFrom()).isEqualTo(START);
    assertThat(periods.getLast().isCurrent()).isTrue();
    for (int i = 1; i < periods.size(); i++) {
      StationPeriod before = periods.get(i - 1);
      assertThat(before.validTo()).isEqualTo(periods.get(i).version().validFrom());
      assertThat(before.version().sameAs(periods.get(i).version())).isFalse();
    }
    said.clear();
    periods.forEach(p -> said.add(new DatedVersion(p.version(), p.since())));
    assertThat(periods()).isEqualTo(periods);
  }

  /**
   * What is kept of the days is the same, in whatever order they were loaded, some of them twice.
   */
  @Property(tries = 300)
  void historyDoesNotDependOnTheOrderOfLoads(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 9) Integer> loads) {
    StationHistory kept = new StationHistory(List.of());
    List<Integer> loaded = new ArrayList<>();
    for (int day : loads) {
      kept = kept.withDay(date(day), versions(day), opening(loaded, day));
      loaded.add(day);
    }
    StationHistory inOrder = new StationHistory(List.of());
    for (int day : loaded.stream().distinct().sorted().toList()) {
      inOrder = inOrder.withDay(date(day), versions(day), null);
    }
    assertThat(kept).isEqualTo(inOrder);
  }

  private static @Nullable DayOpening opening(List<Integer> loaded, int day) {
    return loaded.stream()
        .filter(d -> d > day && !versions(d).isEmpty())
        .min(Integer::compare)
        .map(d -> new DayOpening(date(d), versions(d).getFirst().validFrom()))
        .orElse(null);
  }

  private static LocalDate date(int day) {
    return LocalDate.ofInstant(hour(24L * day), ZoneOffset.UTC);
  }

  /** Day 3 says nothing, every other one says "even" or "odd", the fifth both. */
  private static List<StationVersion> versions(int day) {
    StationVersion morning = version(24L * day, day % 4 < 2 ? "even" : "odd", 20);
    return switch (day) {
      case 3 -> List.of();
      case 5 -> List.of(morning, version(24L * day + 12, "odd", 20));
      default -> List.of(morning);
    };
  }

  private List<StationPeriod> periods() {
    return StationPeriod.of(
        history(), Life.of(history(), List.of(), from -> Optional.empty(), UTC));
  }

  private StationHistory history() {
    return new StationHistory(List.copyOf(said));
  }

  private static List<@Nullable String> names(List<StationPeriod> periods) {
    List<@Nullable String> names = new ArrayList<>();
    periods.forEach(p -> names.add(p.version().place().name()));
    return names;
  }

  private StationPeriodTest say(long hour, String name, @Nullable Integer capacity) {
    return add(hour, version(hour, name, capacity));
  }

  private StationPeriodTest sayAt(long hour, double latitude, double longitude) {
    Place place = new Place("Gare", null, latitude, longitude);
    return add(hour, new StationVersion(KEY, place, 20, null, null, hour(hour)));
  }

  private StationPeriodTest add(long hour, StationVersion version) {
    said.add(new DatedVersion(version, LocalDate.ofInstant(hour(hour), ZoneOffset.UTC)));
    return this;
  }

  private static StationVersion version(long hour, String name, @Nullable Integer capacity) {
    Place place = new Place(name, null, null, null);
    return new StationVersion(KEY, place, capacity, null, null, hour(hour));
  }

  private static Instant hour(long hour) {
    return START.plus(Duration.ofHours(hour));
  }
}
