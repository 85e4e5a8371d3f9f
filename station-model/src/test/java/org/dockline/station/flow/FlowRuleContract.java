package org.dockline.station.flow;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dockline.station.ContractDay;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.junit.jupiter.api.Test;

/**
 * What every runtime of the flow rule must answer: the pure class, the batch's Spark transform and
 * the live join each pass it through a small subclass. Figures are worked by hand; the last tests
 * compare made-up histories with {@link FlowOracle}.
 */
public abstract class FlowRuleContract {

  private static final StationKey STATION = new StationKey("lyon", "7");
  private static final ContractDay DAY = day("2026-03-10", "Europe/Paris");

  /**
   * The day of one station, computed by the runtime under test.
   *
   * @param seed the close of the day before
   * @param observations in any order, repeated or not; all of that station
   */
  protected abstract StationFlows flows(
      StationKey key, ContractDay day, StationClose seed, List<StationObservation> observations);

  /** How many made-up histories are compared with the oracle. */
  protected int histories() {
    return Boolean.getBoolean("dockline.long") ? 3_000 : 150;
  }

  @Test
  void countsChangesBetweenConsecutiveObservations() {
    Flows hour = hour(8, flows(bikes("08:00", 5), bikes("08:10", 8), bikes("08:20", 6)));

    assertThat(hour.arrivals()).isEqualTo(3);
    assertThat(hour.departures()).isEqualTo(2);
    assertThat(hour.netUnobserved()).isZero();
    assertThat(hour.openingBikes()).isEqualTo(5);
    assertThat(hour.closingBikes()).isEqualTo(6);
    assertThat(hour.known()).as("08:00 to 15 min after the last poll").isEqualTo(ofMinutes(35));
    assertThat(hour.unknown()).isEqualTo(ofMinutes(25));
    assertThat(hour.bikes()).isEqualTo(new Flows.Range(5, (5 * 10 + 8 * 10 + 6 * 15) / 35.0, 8));
    assertThat(hour.docks())
        .isEqualTo(new Flows.Range(12, (15 * 10 + 12 * 10 + 14 * 15) / 35.0, 15));
    assertThat(hour.capacity()).isEqualTo(20);
  }

  @Test
  void takesRepeatedAndUnsortedInput() {
    List<StationObservation> sorted =
        List.of(bikes("08:00", 5), bikes("08:10", 8), bikes("08:20", 6), bikes("08:30", 9));
    List<StationObservation> muddled = new ArrayList<>(sorted);
    muddled.addAll(sorted.subList(1, 3));
    Collections.shuffle(muddled, new Random(3));

    assertThat(dayOf(StationClose.NOTHING, muddled).flows())
        .isEqualTo(dayOf(StationClose.NOTHING, sorted).flows());
  }

  @Test
  void firstHourIsSeededFromTheDayBefore() {
    StationClose seed = closeOfTheDayBefore(bikes(-1, "23:55", 4));
    Flows hour = hour(0, dayOf(seed, List.of(bikes("00:05", 6))));

    assertThat(hour.openingBikes()).isEqualTo(4);
    assertThat(hour.arrivals()).isEqualTo(2);
    assertThat(hour.closingBikes()).isEqualTo(6);
    assertThat(hour.known()).as("the seed vouches until 00:10").isEqualTo(ofMinutes(20));
  }

  @Test
  void changeAcrossAnHourEdgeCountsInTheLaterHour() {
    StationFlows flows = flows(bikes("08:55", 5), bikes("09:05", 9));

    assertThat(hour(8, flows).arrivals()).isZero();
    assertThat(hour(8, flows).closingBikes()).isEqualTo(5);
    assertThat(hour(9, flows).arrivals()).isEqualTo(4);
    assertThat(hour(9, flows).openingBikes()).isEqualTo(5);
  }

  @Test
  void changeAcrossMidnightCountsInTheLaterDay() {
    StationObservation before = bikes("23:55", 5);
    StationObservation after = bikes(1, "00:05", 9);
    StationFlows first = flows(before, after);
    StationFlows second = flows(STATION, DAY.next(), first.close(), List.of(before, after));

    assertThat(total(first).arrivals()).isZero();
    assertThat(hour(23, first).closingBikes()).isEqualTo(5);
    assertThat(hour(23, first).known()).isEqualTo(ofMinutes(5));
    assertThat(hour(0, second).arrivals()).isEqualTo(4);
    assertThat(total(second).arrivals()).isEqualTo(4);
  }

  @Test
  void changeAcrossUnknownTimeIsNetUnobserved() {
    Flows hour = hour(8, flows(bikes("08:00", 5), bikes("08:40", 9)));

    assertThat(hour.arrivals()).isZero();
    assertThat(hour.netUnobserved()).isEqualTo(4);
    assertThat(hour.known()).isEqualTo(ofMinutes(30));
    assertThat(hour.unknown()).isEqualTo(ofMinutes(30));
  }

  @Test
  void observationVouchesForFifteenMinutesAndNotLonger() {
    assertThat(hour(8, flows(bikes("08:00", 5), bikes("08:15", 9))).arrivals()).isEqualTo(4);

    Instant justBeyond = at(0, "08:15").plusMillis(1);
    Flows hour =
        hour(8, flows(bikes("08:00", 5), ObservationBuilder.polledAt(justBeyond).bikes(9).build()));
    assertThat(hour.arrivals()).isZero();
    assertThat(hour.netUnobserved()).isEqualTo(4);
    assertThat(hour.unknown()).as("exact to the ms").isEqualTo(ofMinutes(30));
    assertThat(hour.known()).isEqualTo(ofMinutes(30));
  }

  @Test
  void changeOfSourceIsNetUnobservedButNoGap() {
    StationObservation gbfs = poll("08:10").bikes(9).source(Source.GBFS_3).build();
    Flows hour = hour(8, flows(bikes("08:00", 5), gbfs));

    assertThat(hour.netUnobserved()).isEqualTo(4);
    assertThat(hour.arrivals()).isZero();
    assertThat(hour.known()).isEqualTo(ofMinutes(25));
  }

  @Test
  void staleCopyIsIgnored() {
    StationObservation stale = poll("08:20").reportedAt(at(0, "08:05")).bikes(5).build();
    StationFlows flows = flows(bikes("08:00", 5), bikes("08:09", 8), stale, bikes("08:21", 9));

    assertThat(hour(8, flows).arrivals()).isEqualTo(4);
    assertThat(hour(8, flows).departures()).isZero();
    assertThat(flows.timeline().staleCopies()).isEqualTo(1);
  }

  @Test
  void closedTimeIsNeitherKnownNorUnknown() {
    Flows hour =
        hour(8, flows(bikes("08:00", 5), poll("08:10").closed().build(), bikes("08:20", 9)));

    assertThat(hour.closed()).isEqualTo(ofMinutes(10));
    assertThat(hour.known()).isEqualTo(ofMinutes(25));
    assertThat(hour.unknown()).isEqualTo(ofMinutes(25));
    assertThat(hour.netUnobserved()).isEqualTo(4);
    assertThat(hour.arrivals()).isZero();
  }

  @Test
  void neitherBikesNorDocksIsUnknownNotEmpty() {
    Flows hour =
        hour(8, flows(bikes("08:00", 5), poll("08:05").counts(0, 0).build(), bikes("08:15", 6)));

    assertThat(hour.empty()).isZero();
    assertThat(hour.known()).isEqualTo(ofMinutes(20));
    assertThat(hour.unknown()).isEqualTo(ofMinutes(40));
    assertThat(hour.netUnobserved()).isEqualTo(1);
    assertThat(hour.bikes()).isEqualTo(new Flows.Range(5, (5 * 5 + 6 * 15) / 20.0, 6));
  }

  @Test
  void silentHeartbeatAndLostLineAreUnknown() {
    StationObservation silent = poll("08:10").reportedAt(at(0, "07:39")).build();
    StationObservation neverReported = poll("08:20").reportedAt((Instant) null).build();
    StationObservation disconnected = poll("08:30").disconnected().build();

    Flows hour = hour(8, flows(silent, neverReported, disconnected));
    assertThat(hour.known()).isZero();
    assertThat(hour.unknown()).isEqualTo(ofHours(1));
    assertThat(hour.openingBikes()).isNull();
    assertThat(hour.closingBikes()).isNull();
    assertThat(hour.bikes()).isNull();
  }

  @Test
  void gbfsIsKnownHoweverOldItsReportUnlessItsFeedIsStale() {
    StationObservation old =
        poll("08:00").source(Source.GBFS_2).reportedAt(at(-3, "08:00")).counts(4, null).build();
    StationObservation staleFeed =
        poll("08:10").source(Source.GBFS_2).feedUpdatedAt(at(0, "07:30")).build();

    Flows hour = hour(8, flows(old, staleFeed));
    assertThat(hour.known()).isEqualTo(ofMinutes(10));
    assertThat(hour.bikes()).isEqualTo(new Flows.Range(4, 4, 4));
    assertThat(hour.docks()).as("this system does not count docks").isNull();
    assertThat(hour.full()).isZero();
    assertThat(hour.meanBrokenDocks()).isNull();
  }

  @Test
  void lateReportCountsWhenItWasObserved() {
    StationObservation late = poll("09:02").reportedAt(at(0, "08:57")).bikes(8).build();
    StationFlows flows = flows(bikes("08:50", 5), late);

    assertThat(hour(8, flows).arrivals()).isEqualTo(3);
    assertThat(hour(9, flows).arrivals()).isZero();
    assertThat(hour(9, flows).known()).as("until 15 min after the poll").isEqualTo(ofMinutes(17));
  }

  @Test
  void timeNeverRunsBackwards() {
    StationObservation first =
        poll("09:01").source(Source.GBFS_2).reportedAt(at(0, "09:00")).bikes(5).build();
    StationObservation second =
        poll("09:02").source(Source.GBFS_2).reportedAt(at(0, "08:58")).bikes(9).build();
    StationFlows flows = flows(first, second);

    assertThat(hour(8, flows).known()).isZero();
    assertThat(hour(9, flows).arrivals()).isEqualTo(4);
    assertThat(flows.close().last().observedAt()).isEqualTo(at(0, "09:00"));
  }

  @Test
  void hourWithoutObservationKeepsTheLastKnownBikes() {
    StationFlows flows = flows(bikes("08:50", 5));

    assertThat(hour(7, flows).openingBikes()).isNull();
    assertThat(hour(7, flows).closingBikes()).isNull();
    assertThat(hour(7, flows).capacity()).isNull();
    Flows later = hour(12, flows);
    assertThat(later.openingBikes()).isEqualTo(5);
    assertThat(later.closingBikes()).isEqualTo(5);
    assertThat(later.unknown()).isEqualTo(ofHours(1));
    assertThat(later.bikes()).isNull();
    assertThat(later.capacity()).isEqualTo(20);
  }

  @Test
  void stationThatIsSilentAllDayHasUnknownHours() {
    StationFlows flows = dayOf(closeOfTheDayBefore(bikes(-1, "12:00", 4)), List.of());

    assertThat(flows.flows()).hasSize(24);
    assertThat(total(flows).unknown()).isEqualTo(ofHours(24));
    assertThat(hour(23, flows).closingBikes()).isEqualTo(4);
  }

  @Test
  void leavingTheFeedEndsTheVouching() {
    Flows hour = hour(8, flows(bikes("08:00", 5), poll("08:05").gone()));

    assertThat(hour.known()).isEqualTo(ofMinutes(5));
    assertThat(hour.unknown()).isEqualTo(ofMinutes(55));
    assertThat(hour.closingBikes()).isEqualTo(5);
    assertThat(hour.capacity()).isEqualTo(20);
  }

  @Test
  void emptyTimeIsOneEpisodeAcrossObservationsAndHours() {
    StationFlows flows = flows(bikes("08:50", 0), bikes("09:05", 0), bikes("09:15", 3));

    assertThat(hour(8, flows).empty()).isEqualTo(ofMinutes(10));
    assertThat(hour(9, flows).empty()).isEqualTo(ofMinutes(15));
    assertThat(flows.episodes()).containsExactly(empty(at(0, "08:50"), at(0, "09:15"), "--"));
  }

  @Test
  void fullTimeEndsWhereItIsNoLongerKnown() {
    StationFlows flows = flows(bikes("08:00", 20));

    assertThat(hour(8, flows).full()).isEqualTo(ofMinutes(15));
    assertThat(flows.episodes())
        .containsExactly(
            new StockoutEpisode(
                STATION, StockoutEpisode.Kind.FULL, at(0, "08:00"), at(0, "08:15"), false, false));
  }

  @Test
  void episodeContinuesAcrossMidnight() {
    StationObservation before = bikes("23:50", 0);
    StationObservation after = bikes(1, "00:05", 0);
    StationObservation end = bikes(1, "00:10", 2);
    StationFlows first = flows(before, after, end);
    StationFlows second = flows(STATION, DAY.next(), first.close(), List.of(before, after, end));

    assertThat(first.episodes()).containsExactly(empty(at(0, "23:50"), DAY.end(), "-a"));
    assertThat(second.episodes()).containsExactly(empty(DAY.end(), at(1, "00:10"), "b-"));
  }

  @Test
  void episodeContinuesWhenThePollIsAtMidnightSharp() {
    StationObservation before = bikes("23:50", 0);
    StationObservation sharp = bikes(1, "00:00", 0);
    StationFlows first = flows(before, sharp);
    StationFlows second = flows(STATION, DAY.next(), first.close(), List.of(before, sharp));

    assertThat(first.episodes()).containsExactly(empty(at(0, "23:50"), DAY.end(), "-a"));
    assertThat(second.episodes()).containsExactly(empty(DAY.end(), at(1, "00:15"), "b-"));
  }

  @Test
  void jumpOfFiveWithinFiveMinutesIsSuspected() {
    StationFlows flows =
        flows(
            bikes("08:00", 2),
            bikes("08:05", 7),
            bikes("08:10", 11),
            bikes("08:16", 5),
            bikes("08:20", 0));

    assertThat(hour(8, flows).suspectedRebalancing())
        .as("+5 in 5 min, not +4, not -6 in 6 min, -5 in 4 min")
        .isEqualTo(2);
  }

  @Test
  void brokenDocksAreMeantOverKnownTime() {
    StationObservation five = poll("08:00").counts(5, 10).build();
    StationObservation none = poll("08:10").counts(5, 15).build();
    StationObservation more = poll("08:15").counts(12, 12).build();

    assertThat(hour(8, flows(five, none, more)).meanBrokenDocks())
        .as("5 for 10 min, 0 for 20; more than capacity is not negative")
        .isEqualTo(5 * 10 / 30.0);
  }

  @Test
  void dayMayHave23Or25Hours() {
    ContractDay spring = day("2026-03-29", "Europe/Paris");
    ContractDay autumn = day("2026-10-25", "Europe/Paris");

    assertHours(spring, 23, ofHours(23), ofHours(1));
    assertHours(autumn, 25, ofHours(25), ofHours(1));
  }

  @Test
  void bothHoursOfTheClockGoingBackAreCountedApart() {
    ContractDay autumn = day("2026-10-25", "Europe/Paris");
    StationFlows flows =
        flows(
            STATION,
            autumn,
            StationClose.NOTHING,
            List.of(
                ObservationBuilder.polledAt("2026-10-25T00:50:00Z").bikes(5).build(),
                ObservationBuilder.polledAt("2026-10-25T01:05:00Z").bikes(8).build()));

    assertThat(flows.flows().get(2).start()).isEqualTo("2026-10-25T00:00:00Z");
    assertThat(flows.flows().get(2).arrivals()).isZero();
    assertThat(flows.flows().get(3).arrivals()).isEqualTo(3);
  }

  @Test
  void hoursRunFromLocalMidnightAlsoInZonesAtHalfPast() {
    ContractDay delhi = day("2026-03-10", "Asia/Kolkata");
    StationFlows flows =
        flows(
            STATION,
            delhi,
            StationClose.NOTHING,
            List.of(ObservationBuilder.polledAt("2026-03-09T19:25:00Z").build()));

    assertThat(flows.flows().getFirst().start()).isEqualTo("2026-03-09T18:30:00Z");
    assertThat(flows.flows().getFirst().known()).isEqualTo(ofMinutes(5));
    assertThat(flows.flows().get(1).known()).isEqualTo(ofMinutes(10));
    assertHours(day("2026-04-05", "Australia/Lord_Howe"), 25, ofMinutes(1_470), ofMinutes(30));
    assertHours(day("2026-10-04", "Australia/Lord_Howe"), 24, ofMinutes(1_410), ofMinutes(30));
  }

  @Test
  void observationsOfOtherDaysDoNoHarm() {
    List<StationObservation> own = List.of(bikes("08:00", 5), bikes("08:10", 8));
    List<StationObservation> more = new ArrayList<>(own);
    more.add(bikes(-1, "12:00", 1));
    more.add(bikes(1, "12:00", 2));

    assertThat(dayOf(StationClose.NOTHING, more).flows())
        .isEqualTo(dayOf(StationClose.NOTHING, own).flows());
  }

  @Test
  void madeUpHistoriesAgreeWithTheOracle() {
    for (int seed = 0; seed < histories(); seed++) {
      compareWithOracle(seed);
    }
  }

  private void compareWithOracle(int seed) {
    ContractDay first = someDay(seed);
    ContractDay second = first.next();
    List<StationObservation> history =
        RandomHistory.of(seed, STATION, first.polledFrom(), second.settledAt());
    FlowOracle oracle =
        new FlowOracle(first.start().minus(ofHours(1)), second.end().plus(ofHours(1)), history);
    List<StationObservation> muddled = muddle(seed, history);

    StationFlows one = flows(STATION, first, StationClose.NOTHING, muddled);
    StationFlows two = flows(STATION, second, one.close(), muddled);

    assertAgrees("history " + seed + ", " + first, first, one, oracle);
    assertAgrees("history " + seed + ", " + second, second, two, oracle);
  }

  private static void assertAgrees(
      String of, ContractDay day, StationFlows flows, FlowOracle oracle) {
    List<Flows> expected = day.hours().stream().map(h -> oracle.flows(h.start(), h.end())).toList();
    assertThat(flows.flows()).as(of).isEqualTo(expected);
    assertThat(flows.episodes()).as(of).isEqualTo(oracle.episodes(STATION, day.start(), day.end()));
    flows.flows().forEach(f -> assertConserves(of, f));
  }

  private static void assertConserves(String of, Flows f) {
    assertThat(f.known().plus(f.unknown()).plus(f.closed()))
        .as("%s: time of %s", of, f)
        .isEqualTo(Duration.between(f.start(), f.end()));
    if (f.openingBikes() != null) {
      assertThat(f.closingBikes() - f.openingBikes())
          .as("%s: bikes of %s", of, f)
          .isEqualTo(f.arrivals() - f.departures() + f.netUnobserved());
    }
  }

  private static List<StationObservation> muddle(int seed, List<StationObservation> history) {
    Random random = new Random(seed);
    List<StationObservation> muddled = new ArrayList<>(history);
    history.stream().filter(o -> random.nextInt(5) == 0).forEach(muddled::add);
    Collections.shuffle(muddled, random);
    return muddled;
  }

  private static ContractDay someDay(int seed) {
    List<ContractDay> days =
        List.of(
            DAY,
            day("2026-03-28", "Europe/Paris"),
            day("2026-10-24", "Europe/Dublin"),
            day("2026-04-04", "Australia/Lord_Howe"),
            day("2026-06-01", "Asia/Kathmandu"));
    return days.get(seed % days.size());
  }

  private void assertHours(ContractDay day, int count, Duration length, Duration lastHour) {
    StationFlows flows =
        flows(
            STATION,
            day,
            StationClose.NOTHING,
            List.of(ObservationBuilder.polledAt(day.start()).build()));

    assertThat(flows.flows()).as("%s", day).hasSize(count);
    assertThat(total(flows).unknown()).isEqualTo(length.minus(ofMinutes(15)));
    Flows last = flows.flows().getLast();
    assertThat(Duration.between(last.start(), last.end())).isEqualTo(lastHour);
  }

  private StationFlows flows(StationObservation... observations) {
    return dayOf(StationClose.NOTHING, List.of(observations));
  }

  private StationFlows dayOf(StationClose seed, List<StationObservation> observations) {
    return flows(STATION, DAY, seed, observations);
  }

  private StationClose closeOfTheDayBefore(StationObservation... observations) {
    return flows(STATION, DAY.previous(), StationClose.NOTHING, List.of(observations)).close();
  }

  private static Flows hour(int hour, StationFlows flows) {
    return flows.flows().get(hour);
  }

  /** The sum of the hours, in what can be added up. */
  private static Flows total(StationFlows flows) {
    Stream<Flows> hours = flows.flows().stream();
    return hours
        .reduce(
            (a, b) ->
                new Flows(
                    a.start(),
                    b.end(),
                    a.arrivals() + b.arrivals(),
                    a.departures() + b.departures(),
                    a.netUnobserved() + b.netUnobserved(),
                    a.openingBikes(),
                    b.closingBikes(),
                    null,
                    null,
                    null,
                    a.suspectedRebalancing() + b.suspectedRebalancing(),
                    a.empty().plus(b.empty()),
                    a.full().plus(b.full()),
                    a.unknown().plus(b.unknown()),
                    a.closed().plus(b.closed()),
                    a.known().plus(b.known()),
                    b.capacity()))
        .orElseThrow();
  }

  private static StationObservation bikes(String localTime, int bikes) {
    return bikes(0, localTime, bikes);
  }

  private static StationObservation bikes(int daysLater, String localTime, int bikes) {
    return ObservationBuilder.polledAt(at(daysLater, localTime)).bikes(bikes).build();
  }

  private static ObservationBuilder poll(String localTime) {
    return ObservationBuilder.polledAt(at(0, localTime));
  }

  private static Instant at(int daysLater, String localTime) {
    LocalDate date = DAY.date().plusDays(daysLater);
    return date.atTime(LocalTime.parse(localTime)).atZone(DAY.zone()).toInstant();
  }

  private static StockoutEpisode empty(Instant start, Instant end, String continues) {
    return new StockoutEpisode(
        STATION,
        StockoutEpisode.Kind.EMPTY,
        start,
        end,
        continues.charAt(0) == 'b',
        continues.charAt(1) == 'a');
  }

  private static ContractDay day(String date, String zone) {
    return new ContractDay("lyon", LocalDate.parse(date), ZoneId.of(zone));
  }
}
