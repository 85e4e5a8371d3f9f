package org.dockline.poller.simulator.pour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dockline.poller.simulator.world.SimulatedStation;
import org.dockline.poller.simulator.world.StationReport;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/** Holds what was poured against the world it was poured from. */
public final class RebuiltPolls {

  private static final Duration KEY_FRAME = Duration.ofMinutes(13);

  private RebuiltPolls() {}

  /**
   * From each station's first observation on, the newest one tells what every poll saw, and no
   * identity has two contents.
   *
   * @param observations in any order, repeated or not
   * @param lastPoll inclusive
   */
  public static void assertNothingIsLeftOut(
      World world, List<StationObservation> observations, Instant lastPoll) {
    Map<StationKey, List<StationObservation>> byStation =
        observations.stream()
            .sorted(StationObservation.ORDER)
            .collect(Collectors.groupingBy(StationObservation::key));
    assertThat(byStation).hasSameSizeAs(world.all());
    for (SimulatedStation s : world.all()) {
      assertRebuilt(s, Objects.requireNonNull(byStation.get(key(s))), lastPoll);
    }
    Set<StationObservation> contents = new HashSet<>(observations);
    assertThat(contents.stream().map(StationObservation::identity).distinct().count())
        .isEqualTo(contents.size());
  }

  /** The key under which a station's observations are sent. */
  public static StationKey key(SimulatedStation s) {
    return new StationKey(s.facts().contract(), Integer.toString(s.facts().number()));
  }

  private static void assertRebuilt(
      SimulatedStation s, List<StationObservation> sent, Instant lastPoll) {
    int next = 0;
    Instant poll = sent.getFirst().polledAt();
    for (; !poll.isAfter(lastPoll); poll = poll.plus(PourSpan.INTERVAL)) {
      while (next < sent.size() && !sent.get(next).polledAt().isAfter(poll)) {
        next++;
      }
      StationObservation newest = sent.get(next - 1);
      if (!saysAsMuch(newest, s.at(poll), poll)) {
        fail("at %s the newest is %s, but it was %s", poll, newest, s.at(poll));
      }
    }
  }

  private static boolean saysAsMuch(StationObservation sent, StationReport now, Instant poll) {
    return Objects.equals(sent.counts().bikes(), now.bikes())
        && Objects.equals(sent.counts().docks(), now.docks())
        && Objects.equals(sent.reportedAt(), now.lastUpdate())
        && Duration.between(sent.polledAt(), poll).compareTo(KEY_FRAME) < 0;
  }
}
