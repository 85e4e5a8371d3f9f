package org.dockline.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.testing.ObservationBuilder.polledAt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.dockline.dashboard.playback.ReplayFiles;
import org.dockline.dashboard.playback.ReplayJson;
import org.dockline.dashboard.testing.SomeWarehouse;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.StockoutEpisode;
import org.dockline.warehouse.Insights;
import org.dockline.warehouse.Insights.StationSum;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Replay, report and insight, joined from a real warehouse and recent observations: station 7 loses
 * a bike every twenty minutes from 19 down to 0 and stays empty, so that it is empty across
 * midnight; station 8 always has five.
 */
class PastTest {

  private static final ContractDay FIRST = Loader.lyon("2026-03-01");
  private static final ContractDay SECOND = FIRST.next();
  private static final Instant NOW = SECOND.start().plus(Duration.ofHours(6));
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final StationKey SEVEN = new StationKey("lyon", "7");

  private final SomeWarehouse warehouse = new SomeWarehouse();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<StationObservation> seen = new ArrayList<>();
  private final Insights insights = warehouse.insights();

  PastTest() {
    int i = 0;
    for (Instant at = FIRST.start().plusSeconds(60);
        at.isBefore(NOW);
        at = at.plus(Duration.ofMinutes(10))) {
      int bikes = Math.max(0, 19 - i++ / 2);
      seen.add(polledAt(at).station("lyon/7").bikes(bikes).build());
      seen.add(polledAt(at).station("lyon/8").bikes(5).build());
    }
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private static boolean all(StationKey key) {
    return true;
  }

  private void load() {
    warehouse.load(
        FIRST,
        seen.stream().filter(o -> FIRST.contains(o.polledAt())).toArray(StationObservation[]::new));
  }

  private RecentObservations recent() {
    return new RecentList(seen, NOW);
  }

  private ServedHistory history() {
    return new ServedHistory(warehouse::open, recent());
  }

  private ServedInsights served() {
    return new ServedInsights(warehouse::open, this::counted, history(), recent());
  }

  private Insights counted() {
    asked.incrementAndGet();
    return insights;
  }

  private ServedReplay replay() {
    return new ServedReplay(warehouse::open, this::counted, recent());
  }

  @Test
  void aDayIsTheSameFromEitherSide() throws IOException {
    DayReplay fromStream = replay().ofDay(FIRST, NOW, PastTest::all);
    load();
    DayReplay fromWarehouse = replay().ofDay(FIRST, NOW, PastTest::all);

    assertThat(fromStream.joined().boundary()).isNull();
    assertThat(fromWarehouse.joined().boundary()).isEqualTo(FIRST.end());
    assertThat(fromWarehouse.stations().keySet()).isEqualTo(fromStream.stations().keySet());
    assertThat(shown(fromWarehouse)).isEqualTo(shown(fromStream));
    assertThat(fromWarehouse.places()).containsKey(SEVEN);
    assertThat(fromStream.places()).containsKey(SEVEN);
  }

  /** What playback is told of its stations. */
  private static String shown(DayReplay replay) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReplayJson.write(replay, out);
    String text = out.toString(StandardCharsets.UTF_8);
    return text.substring(text.indexOf("\"stations\""));
  }

  @Test
  void todayGoesOnFromTheStateThatTheWarehouseKept() {
    load();
    DayReplay today = replay().ofDay(SECOND, NOW, PastTest::all);
    assertThat(today.to()).isEqualTo(NOW);
    assertThat(today.stations().get(SEVEN)).isNotEmpty();
    assertThat(today.stations().get(SEVEN).getFirst().source()).isNotNull();
    assertThat(replay().ofDay(SECOND, NOW, SEVEN::equals).stations()).hasSize(1);
  }

  @Test
  void aDayOfWhichNothingIsKeptIsEmptyAndNotItsOpening() {
    load();
    assertThat(replay().ofDay(FIRST.previous(), NOW, PastTest::all).stations()).isEmpty();
    warehouse.load(SECOND);
    assertThat(replay().ofDay(SECOND, NOW, PastTest::all).stations()).isEmpty();
  }

  @Test
  void aReportCountsTheSeamOnce() {
    ContractReport fromStream = report(served());
    load();
    ContractReport joined = report(served());

    assertThat(joined.joined().state()).isEqualTo("complete");
    assertThat(joined.months()).hasSize(1);
    FlowTotals sum = of(joined, SEVEN);
    assertThat(sum.departures()).isEqualTo(19);
    assertThat(sum.empty()).isEqualTo(of(fromStream, SEVEN).empty());
    assertThat(sum.known()).isEqualTo(of(fromStream, SEVEN).known());
    assertThat(joined.hours().totals().stream().mapToLong(FlowTotals::departures).sum())
        .isEqualTo(19);
    assertThat(Worst.by(Measure.EMPTY, joined.stations(), 10))
        .extracting(StationSum::key)
        .containsExactly(SEVEN);
    assertThat(Worst.by(Measure.FULL, joined.stations(), 10)).isEmpty();
  }

  private static ContractReport report(ServedInsights served) {
    return served.ofContract("lyon", FIRST.zone(), FIRST.start(), NOW, PastTest::all);
  }

  private static FlowTotals of(ContractReport report, StationKey key) {
    return report.stations().stream()
        .filter(sum -> sum.key().equals(key))
        .findFirst()
        .orElseThrow()
        .totals();
  }

  @Test
  void theWarehouseIsAskedOnceForEachLoad() {
    load();
    ServedInsights served = served();
    StationInsight first = served.ofStation(SEVEN);
    assertThat(first.typical(true)).hasSize(24);
    assertThat(first.months()).hasSize(1);
    int once = asked.get();
    assertThat(served.ofStation(SEVEN)).isSameAs(first);
    assertThat(asked.get()).isEqualTo(once);
    load();
    served.ofStation(SEVEN);
    assertThat(asked.get()).isGreaterThan(once);
  }

  @Test
  void anEpisodeAcrossTheSeamIsOne() {
    load();
    StationHistory read = history().ofStation(SEVEN, FIRST.zone(), FIRST.start(), NOW, Step.HOUR);
    assertThat(Episodes.of(read))
        .singleElement()
        .satisfies(
            episode -> {
              assertThat(episode.kind()).isEqualTo(StockoutEpisode.Kind.EMPTY);
              assertThat(episode.start()).isBefore(FIRST.end());
              assertThat(episode.end()).isAfter(FIRST.end());
            });
    assertThat(StationHours.occupancyToday(read.flows(), NOW, FIRST.zone()))
        .containsEntry(0, 0.0)
        .doesNotContainKey(23);
  }

  @Test
  void aWarehouseThatIsAwayLeavesWhatRecentHas() {
    ServedInsights away =
        new ServedInsights(
            () -> {
              throw new WarehouseException("away");
            },
            this::counted,
            history(),
            recent());
    assertThat(report(away).joined().state()).isEqualTo("partial");
    assertThat(report(away).stations()).hasSize(2);
    assertThat(away.ofStation(SEVEN).problem()).isEqualTo("away");
    assertThat(away.mark("lyon")).isEmpty();
    assertThat(asked).hasValue(0);
  }

  @Test
  void aPackedDayIsKeptUntilTheNextLoad() throws IOException {
    load();
    ReplayFiles files = new ReplayFiles(replay(), served(), CLOCK);
    ReplayFiles.Packed packed = files.of(FIRST, PastTest::all);
    assertThat(files.of(FIRST, PastTest::all)).isSameAs(packed);
    assertThat(packed.lasting()).isTrue();
    assertThat(text(packed))
        .contains("\"seconds\":86400", "\"warehouse\":true", "\"clock\":[[0,3600]]")
        .contains("[\"8\",", "\"state\":\"complete\"");
    load();
    ReplayFiles.Packed again = files.of(FIRST, PastTest::all);
    assertThat(again).isNotSameAs(packed);
    assertThat(again.tag()).isEqualTo(packed.tag());
    assertThat(files.of(SECOND, PastTest::all).lasting()).isFalse();
  }

  @Test
  void aDayOnWhichTheClockMovesNamesBothOffsets() throws IOException {
    ContractDay spring = new ContractDay("lyon", LocalDate.parse("2026-03-29"), FIRST.zone());
    ReplayFiles files =
        new ReplayFiles(replay(), served(), Clock.fixed(spring.end(), ZoneOffset.UTC));
    assertThat(text(files.of(spring, PastTest::all)))
        .contains("\"seconds\":82800", "\"clock\":[[0,3600],[7200,7200]]");
  }

  /** Unpacked, and seen to be JSON. */
  private static String text(ReplayFiles.Packed packed) throws IOException {
    String text;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        // Any fault would have been thrown.
      }
    }
    return text;
  }
}
