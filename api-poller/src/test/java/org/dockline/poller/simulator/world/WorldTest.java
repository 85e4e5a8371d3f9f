package org.dockline.poller.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the world is made of: the same for the same seed, and in real proportions. */
class WorldTest {

  private static final Instant NOON = Instant.parse("2026-03-11T12:00:07Z");
  private static final World WORLD = World.of(1, World.DEFAULT_STATIONS);

  @Test
  void theSameSeedAndTimeGiveTheSameAnswers() {
    World again = World.of(1, World.DEFAULT_STATIONS);

    for (long minutes : new long[] {0, 1, 17, 600, 4_000, -90_000}) {
      Instant now = NOON.plusSeconds(60 * minutes);
      assertThat(answers(again, now)).isEqualTo(answers(WORLD, now));
    }
  }

  @Test
  void anAnswerDoesNotDependOnWhatWasAskedBefore() {
    List<String> fresh = answers(World.of(1, 60), NOON);
    World asked = World.of(1, 60);
    for (int day = -400; day < 400; day += 7) {
      answers(asked, NOON.plusSeconds(86_400L * day));
    }

    assertThat(answers(asked, NOON)).isEqualTo(fresh);
  }

  @Test
  void anotherSeedGivesAnotherWorld() {
    assertThat(answers(World.of(2, 1_200), NOON)).isNotEqualTo(answers(WORLD, NOON));
  }

  @Test
  void eightRealCitiesOfManyCountriesShareTheStationsInProportion() {
    Map<String, Integer> sizes =
        WORLD.cities().stream()
            .collect(Collectors.toMap(c -> c.contract().name(), c -> WORLD.of(c).size()));

    assertThat(WORLD.all()).hasSize(1_200);
    assertThat(WORLD.cities()).hasSize(8);
    assertThat(WORLD.cities().stream().map(c -> c.contract().countryCode()).distinct())
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(sizes).containsKeys("toyama", "dublin");
    assertThat(sizes.get("lyon")).isBetween(350, 370);
    assertThat(sizes.get("toyama")).isBetween(15, 25);
    assertThat(WORLD.cities().getLast().contract().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 100, 1_200, 5_000})
  void anyNumberOfStationsIsSharedOutWholly(int count) {
    World world = World.of(1, count);

    assertThat(world.all()).hasSize(count);
    assertThat(world.cities()).allSatisfy(city -> assertThat(world.of(city)).isNotEmpty());
    assertThat(world.all()).extracting(s -> key(s.facts())).doesNotHaveDuplicates();
    assertThat(world.all())
        .extracting(s -> s.facts().contract() + s.facts().name().replace("  ", " "))
        .doesNotHaveDuplicates();
  }

  @Test
  void fewerStationsThanCitiesAreRefused() {
    assertThatThrownBy(() -> World.of(1, 7)).hasMessageContaining("7");
  }

  @Test
  void stationsStandAroundTheCentreOfTheirCity() {
    for (City city : WORLD.cities()) {
      assertThat(WORLD.of(city))
          .allSatisfy(s -> assertThat(km(city, s.facts())).isLessThan(city.radiusKm() + 0.01));
      double mean =
          WORLD.of(city).stream().mapToDouble(s -> km(city, s.facts())).average().orElseThrow();
      assertThat(mean).isBetween(0.4 * city.radiusKm(), 0.75 * city.radiusKm());
    }
  }

  @Test
  void oddStationsHaveTheirMeasuredShare() {
    assertShare(0.15, s -> !isAscii(s.facts().name()), 0.05);
    assertShare(0.22, s -> broken(s), 0.01);
    assertShare(0.02, s -> s.facts().address().isEmpty(), 0.005);
    assertShare(0.0075, s -> !s.at(NOON).open(), 0.003);
    assertShare(0.006, s -> s.at(NOON).open() && empty(s) && s.at(NOON).docks() == 0, 0.002);
    assertShare(0.004, s -> s.facts().address().contains("\n"), 0.002);
    assertShare(0.003, s -> s.facts().address().contains("\""), 0.002);
    assertShare(0.03, s -> s.facts().name().matches(".*  .*|.* "), 0.005);
    assertShare(0.003, s -> !s.at(NOON).connected(), 0.002);
    assertShare(0.002, s -> standing(s) > s.facts().capacity(), 0.001);
    assertShare(0.01, s -> kindsDoNotAddUp(s), 0.006);
    assertShare(0.001, s -> s.at(NOON).lastUpdate() == null, 0.001);
    assertThat(WORLD.all()).filteredOn(s -> s.facts().name().contains("TEST")).hasSize(1);
    assertThat(WORLD.of(WORLD.cities().getLast()))
        .filteredOn(s -> s.facts().name().contains("\u3000"))
        .hasSizeGreaterThan(15);
  }

  @Test
  void aHealthyStationOftenHasWhatItsCapacitySays() {
    assertThat(WORLD.all())
        .filteredOn(s -> s.condition() == Condition.HEALTHY)
        .hasSizeGreaterThan(1_150)
        .allSatisfy(
            s -> {
              assertThat(s.facts().capacity()).isBetween(2, 40);
              assertThat(standing(s) + s.at(NOON).brokenDocks())
                  .isBetween(s.facts().capacity(), s.facts().capacity() + 1);
            });
  }

  private static void assertShare(double share, Predicate<SimulatedStation> odd, double tolerance) {
    double found = (double) WORLD.all().stream().filter(odd).count() / WORLD.all().size();
    assertThat(found).isGreaterThan(0).isBetween(share - tolerance, share + tolerance);
  }

  private static boolean broken(SimulatedStation s) {
    return s.oddity() == Oddity.BROKEN_DOCKS;
  }

  private static boolean empty(SimulatedStation s) {
    return s.at(NOON).bikes() == 0;
  }

  private static int standing(SimulatedStation s) {
    return s.at(NOON).bikes() + s.at(NOON).docks();
  }

  private static boolean kindsDoNotAddUp(SimulatedStation s) {
    StationReport r = s.at(NOON);
    return r.mechanicalBikes() + r.electricalBikes() != r.bikes();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static String key(StationFacts f) {
    return f.contract() + "/" + f.number();
  }

  private static List<String> answers(World world, Instant now) {
    return world.all().stream()
        .map(s -> s.facts() + " " + s.at(now) + " " + s.lastReported(now))
        .toList();
  }

  private static double km(City city, StationFacts f) {
    double north = (f.latitude() - city.contract().latitude()) * 111.2;
    double shrink = Math.cos(Math.toRadians(f.latitude()));
    double east = (f.longitude() - city.contract().longitude()) * 111.2 * shrink;
    return Math.hypot(north, east);
  }
}
