package org.dockline.station.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationTimeline.Sample;
import org.dockline.station.flow.StationTimeline.Segment;

/**
 * The one home of the flow rule: batch, stream and dashboard all call it.
 *
 * <p>Flows are changes of bikes between consecutive known observations, counted at the later one's
 * {@code observed_at}; a change across unknown time or across a change of source counts as {@code
 * netUnobserved}. An interval computed in pieces, each seeded with the close of the one before,
 * equals the same interval computed at once.
 */
public final class FlowCalculator {

  private FlowCalculator() {}

  /**
   * The hours of one local day of one station.
   *
   * @param seed the close of the day before; {@link StationClose#NOTHING} when there is none
   * @param observations of this station in {@link StationObservation#ORDER}, each identity once
   */
  public static StationFlows day(
      StationKey key, ContractDay day, StationClose seed, List<StationObservation> observations) {
    List<Instant> edges = new ArrayList<>();
    day.hours().forEach(hour -> edges.add(hour.start()));
    edges.add(day.end());
    return between(key, edges, seed, observations);
  }

  /**
   * Any run of adjoining intervals.
   *
   * @param edges at least two, ascending: interval i is [edge i, edge i+1)
   * @param seed the state at the first edge
   * @param observations as for {@link #day}
   */
  public static StationFlows between(
      StationKey key,
      List<Instant> edges,
      StationClose seed,
      List<StationObservation> observations) {
    checkEdges(edges);
    return flows(
        key, edges, StationTimeline.of(edges.getFirst(), edges.getLast(), seed, observations));
  }

  /** As {@link #between}, from what was kept of the observations: the same figures. */
  public static StationFlows betweenRuns(
      StationKey key, List<Instant> edges, StationClose seed, List<HeldObservation> runs) {
    checkEdges(edges);
    return flows(key, edges, StationTimeline.ofRuns(edges.getFirst(), edges.getLast(), seed, runs));
  }

  private static void checkEdges(List<Instant> edges) {
    if (edges.size() < 2) {
      throw new IllegalArgumentException("An interval has two edges, but was: " + edges);
    }
  }

  private static StationFlows flows(StationKey key, List<Instant> edges, StationTimeline timeline) {
    return new StationFlows(
        key, flows(edges, timeline), StockoutEpisodes.of(key, timeline), timeline);
  }

  private static List<Flows> flows(List<Instant> edges, StationTimeline timeline) {
    List<Flows> flows = new ArrayList<>(edges.size() - 1);
    StationClose before = timeline.opening();
    int segment = 0;
    int sample = 0;
    int accepted = firstFrom(edges.getFirst(), timeline.accepted());
    for (int i = 0; i + 1 < edges.size(); i++) {
      FlowsBuilder builder = new FlowsBuilder(edges.get(i), edges.get(i + 1), before);
      segment = addSegments(builder, timeline.segments(), segment);
      sample = addSamples(builder, timeline.samples(), sample);
      int next = addAccepted(builder, timeline.accepted(), accepted);
      before = after(before, timeline.accepted().subList(accepted, next));
      accepted = next;
      flows.add(builder.build());
    }
    return List.copyOf(flows);
  }

  /** What the next interval remembers, were it computed by itself. */
  private static StationClose after(StationClose before, List<TimedObservation> accepted) {
    TimedObservation last = before.last();
    TimedObservation lastKnown = before.lastKnown();
    for (TimedObservation o : accepted) {
      last = o;
      lastKnown = o.knownBikes() == null ? lastKnown : o;
    }
    return new StationClose(last, lastKnown, null);
  }

  private static int firstFrom(Instant start, List<TimedObservation> accepted) {
    int i = 0;
    while (i < accepted.size() && accepted.get(i).observedAt().isBefore(start)) {
      i++;
    }
    return i;
  }

  /** Returns the first segment that reaches beyond the interval. */
  private static int addSegments(FlowsBuilder builder, List<Segment> segments, int from) {
    int i = from;
    while (i < segments.size() && segments.get(i).from().isBefore(builder.end())) {
      builder.add(segments.get(i));
      if (segments.get(i).to().isAfter(builder.end())) {
        return i;
      }
      i++;
    }
    return i;
  }

  /** Returns the first sample at or after the interval's end. */
  private static int addSamples(FlowsBuilder builder, List<Sample> samples, int from) {
    int i = from;
    while (i < samples.size() && samples.get(i).at().isBefore(builder.end())) {
      builder.add(samples.get(i));
      i++;
    }
    return i;
  }

  /** Returns the first observation at or after the interval's end. */
  private static int addAccepted(FlowsBuilder builder, List<TimedObservation> accepted, int from) {
    int i = from;
    while (i < accepted.size() && accepted.get(i).observedAt().isBefore(builder.end())) {
      builder.add(accepted.get(i));
      i++;
    }
    return i;
  }
}
