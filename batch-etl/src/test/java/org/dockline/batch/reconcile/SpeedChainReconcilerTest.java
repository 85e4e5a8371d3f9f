package org.dockline.batch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dockline.batch.load.Reconciled;
import org.dockline.batch.survey.LogSurvey;
import org.dockline.batch.survey.NewestReports;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.batch.testing.City;
import org.dockline.batch.testing.SpeedChain;
import org.dockline.batch.testing.SteppedClock;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.testing.InMemoryWarehouse;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedChainReconcilerTest {

  /** The clock is put forward in the second night. */
  private static final ContractDay FIRST =
      new ContractDay("lyon", LocalDate.parse("2026-03-28"), ZoneId.of("Europe/Paris"));

  private static final ContractDay DAY = FIRST.next();
  private static final City LYON = City.of(FIRST, 2, 5);
  private static final City TOYAMA =
      City.of(new ContractDay("toyama", FIRST.date(), ZoneId.of("Asia/Tokyo")), 2, 2);
  private static final String TOPIC = "stations_topic";

  @TempDir Path directory;

  private final InMemoryWarehouse warehouse =
      new InMemoryWarehouse(new SteppedClock("2026-03-30T05:00:00Z"));

  @Test
  void bothChainsAgreeToTheLastHour() throws IOException {
    Reconciled result = compare(speedChain());
    assertThat(result.differing()).as("%s", result.lines()).isZero();
    assertThat(result.hours()).isEqualTo(5 * 23);
  }

  @Test
  void ofALostFileExactlyItsHoursAreReported() throws IOException {
    SpeedChain chain = speedChain();
    Instant lost = DAY.start().plus(Duration.ofHours(9)).truncatedTo(ChronoUnit.HOURS);
    chain.lose(lost);
    Reconciled result = compare(chain);

    Set<String> expected = hoursThatChangeWithout(lost);
    assertThat(expected).isNotEmpty().hasSizeLessThanOrEqualTo(2 * 5);
    assertThat(result.differing()).isEqualTo(expected.size());
    assertThat(result.lines()).allMatch(line -> expected.stream().anyMatch(line::startsWith));
  }

  @Test
  void dayWhoseBeginningIsGoneIsNotCompared() throws IOException {
    SpeedChain chain = speedChain();
    chain.expireTo(DAY.start());
    assertNotCompared(compare(chain), "no longer holds the day's beginning");
  }

  @Test
  void historyThatBeginsWithinTheDayIsCompared() throws IOException {
    Instant noon = FIRST.start().plus(Duration.ofHours(12));
    List<StationObservation> later =
        LYON.observations().stream().filter(o -> o.polledAt().isAfter(noon)).toList();
    SpeedChain chain = new SpeedChain(directory);
    chain.publish(later, TOPIC, 9_999_999);
    load(FIRST, later);

    assertThat(reconciler(chain).compare(FIRST, survey(later)).differing()).isZero();
  }

  @Test
  void speedChainThatLagsIsNotCompared() throws IOException {
    SpeedChain chain = new SpeedChain(directory);
    chain.publish(all(), TOPIC, 100);
    assertNotCompared(compare(chain), "has read partition 0 of stations_topic up to 100 only");
  }

  @Test
  void withoutASpeedChainNothingIsCompared() {
    assertNotCompared(compare(new SpeedChain(directory)), "published nothing");
  }

  private SpeedChain speedChain() throws IOException {
    SpeedChain chain = new SpeedChain(directory);
    chain.publish(all(), TOPIC, 9_999_999);
    return chain;
  }

  private static List<StationObservation> all() {
    List<StationObservation> all = new ArrayList<>(LYON.observations());
    all.addAll(TOYAMA.observations());
    return all;
  }

  private Reconciled compare(SpeedChain chain) {
    load(FIRST, LYON.observations());
    load(DAY, LYON.observations());
    return reconciler(chain).compare(DAY, survey(all()));
  }

  private SpeedChainReconciler reconciler(SpeedChain chain) {
    return new SpeedChainReconciler(chain.folder(), warehouse, TOPIC);
  }

  private void load(ContractDay day, List<StationObservation> observations) {
    new Loader(warehouse).load(day, observations);
  }

  private static SurveyedLog survey(List<StationObservation> observations) {
    LogSurvey survey =
        new LogSurvey(
            ContractCatalogue.builtIn(),
            new NewestReports(),
            List.of(),
            Map.of(0, (long) observations.size()));
    for (int i = 0; i < observations.size(); i++) {
      StationObservation o = observations.get(i);
      survey.add(o.key().toString(), 0, i, o.polledAt().toEpochMilli());
    }
    return survey.result();
  }

  /** By the plain rule, without files. */
  private static Set<String> hoursThatChangeWithout(Instant hour) {
    List<StationObservation> left =
        LYON.observations().stream()
            .filter(o -> !o.polledAt().truncatedTo(ChronoUnit.HOURS).equals(hour))
            .toList();
    Set<String> changed = new HashSet<>();
    for (StationKey key : LYON.stations()) {
      List<StationHour> without = new City(LYON.days(), left).hours(key);
      for (StationHour h : LYON.hours(key)) {
        if (!without.contains(h)) {
          changed.add(key + " at " + h.flows().start());
        }
      }
    }
    return changed;
  }

  private static void assertNotCompared(Reconciled result, String because) {
    assertThat(result.differing()).isNull();
    assertThat(result.lines()).singleElement().asString().contains(because);
  }
}
