package org.dockline.poller.simulator.pour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dockline.poller.polling.DeferredPublisher;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.PollBatch;
import org.dockline.poller.simulator.pour.MemoryTopics.Killed;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.Condition;
import org.dockline.poller.simulator.world.SimulatedStation;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.PollReport;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PourTest {

  private static final Instant NOW = Instant.parse("2026-03-11T07:20:07Z");

  private final World world = World.of(1, 120);
  private final MemoryTopics topics = new MemoryTopics();
  private final List<String> progress = new ArrayList<>();

  @Test
  void everyLocalDayOfEveryContractIsWhole() throws Exception {
    pour(1);

    Map<StationKey, List<StationObservation>> byStation = topics.byStation();
    for (City city : world.cities()) {
      Contract c = city.contract();
      LocalDate yesterday = NOW.atZone(c.zone()).toLocalDate().minusDays(1);
      ContractDay day = new ContractDay(c.name(), yesterday, c.zone());
      for (SimulatedStation s : world.of(city)) {
        List<Flows> hours = hours(day, s, byStation.get(RebuiltPolls.key(s)));
        assertThat(hours).hasSize(24);
        if (s.condition() == Condition.HEALTHY) {
          assertThat(hours).as(s.facts().name()).allMatch(hour -> hour.coverage() >= 0.95);
        } else {
          assertThat(hours).as(s.facts().name()).allMatch(hour -> hour.coverage() == 0);
        }
      }
    }
    assertThat(topics.observations)
        .allSatisfy(
            o ->
                assertThat(o.polledAt())
                    .isAfterOrEqualTo(span(1).starts().get(o.key().contract()))
                    .isBeforeOrEqualTo(NOW));
  }

  @Test
  void everyPollIsReported() throws Exception {
    pour(0);

    assertThat(topics.reports)
        .extracting(PollReport::startedAt)
        .containsExactlyElementsOf(minutes(span(0).from()));
    assertThat(topics.reports).allMatch(r -> r.succeeded() && r.contract().equals("*"));
    assertThat(topics.reports.stream().mapToInt(PollReport::sent).sum())
        .isEqualTo(topics.observations.size());
    assertThat(topics.reports.getLast().stations()).isEqualTo(120);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 777, 20_001})
  void aKilledPourGoesOnAndLeavesNothingOut(int records) throws Exception {
    topics.dieAfter(records);
    assertThatThrownBy(() -> pour(1)).isInstanceOf(Killed.class);
    topics.revive();
    PourSpan rest = PourSpan.of(1, contracts(), NOW, topics.newestReport().orElse(null));
    pour(rest);

    assertThat(topics.reports)
        .extracting(PollReport::startedAt)
        .containsExactlyElementsOf(minutes(span(1).from()));
    RebuiltPolls.assertNothingIsLeftOut(world, topics.observations, NOW.minusSeconds(7));
    assertThat(PourSpan.of(1, contracts(), NOW, topics.newestReport().orElse(null)).isEmptyAt(NOW))
        .isTrue();
  }

  @Test
  void reportsAreWithheldWhenTheirObservationsDidNotArrive() {
    MemoryTopics lost =
        new MemoryTopics() {
          @Override
          public void flush() throws NotDeliveredException {
            throw new NotDeliveredException("stations_topic: gone", new IllegalStateException());
          }
        };

    assertThatThrownBy(() -> new Pour(world, lost, () -> NOW, line -> {}).run(span(1)))
        .hasMessage("stations_topic: gone");
    assertThat(lost.reports).isEmpty();
  }

  @Test
  void theProgressEndsAtAHundredPercent() throws Exception {
    pour(0);

    assertThat(progress.getLast()).matches("poured 100 %, [0-9,]+ records, [0-9,]+/s, 0 s left");
  }

  @Test
  void aLineOfProgressSaysHowMuchIsLeft() {
    PourProgress line = new PourProgress(NOW, 1_000);

    assertThat(line.polled(100, 50, NOW.plusMillis(200))).isEmpty();
    assertThat(line.polled(150, 3_000, NOW.plusSeconds(2)))
        .hasValue("poured 25 %, 3,050 records, 1,525/s, 6 s left");
    assertThat(line.polled(10, 1, NOW.plusMillis(2_200))).isEmpty();
    assertThat(line.records()).isEqualTo(3_051);
  }

  @Test
  void aBatchReachesTheTopicsBeforeItsReports() throws Exception {
    List<String> order = new ArrayList<>();
    DeferredPublisher publisher =
        new DeferredPublisher(
            new MemoryTopics() {
              @Override
              public void enqueue(PollBatch batch) {
                order.add(batch.observations().size() + "+" + batch.reports().size());
              }

              @Override
              public void flush() {
                order.add("flush");
              }
            });
    new Pour(world, topics, () -> NOW, line -> {}).run(span(0));
    for (PollReport report : topics.reports.subList(0, 2)) {
      publisher.publish(new PollBatch(List.of(), List.of(), List.of(report)));
    }
    publisher.flush();

    assertThat(order).containsExactly("0+0", "0+0", "flush", "0+2", "flush");
  }

  private static List<Flows> hours(
      ContractDay day, SimulatedStation s, List<StationObservation> sent) {
    return StationDay.of(RebuiltPolls.key(s), day, StationClose.NOTHING, sent).flows().flows();
  }

  private void pour(int days) throws Exception {
    pour(span(days));
  }

  private void pour(PourSpan span) throws Exception {
    new Pour(world, topics, () -> NOW, progress::add).run(span);
  }

  private PourSpan span(int days) {
    return PourSpan.of(days, contracts(), NOW, null);
  }

  private List<Contract> contracts() {
    return world.cities().stream().map(City::contract).toList();
  }

  private static List<Instant> minutes(Instant from) {
    List<Instant> minutes = new ArrayList<>();
    for (Instant t = from; !t.isAfter(NOW); t = t.plusSeconds(60)) {
      minutes.add(t);
    }
    return minutes;
  }
}
