package org.dockline.station;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a day of calls to the providers.
 *
 * <p>A call is identified by source, contract and start: reported twice it counts once. Calls that
 * ask for all contracts ({@link PollReport#ALL}) belong to no country's day: theirs are the days of
 * UTC, as {@link #dayOf} has them. An hour without a call has no row.
 */
public final class PollHours {

  /**
   * A silence is a gap when after a success none follows for longer than this: then the time of the
   * stations becomes unknown. It is counted once, in the hour of that last success, so a source
   * that never comes back is counted too.
   */
  public static final Duration GAP = ObservationTime.VOUCHES;

  private static final int MEDIAN = 50;
  private static final int TAIL = 95;
  private static final int PERCENT = 100;

  /** Of two reports of one call the same one is taken, in whatever order they come. */
  private static final Comparator<PollReport> FULLER =
      Comparator.comparing(PollReport::succeeded)
          .thenComparing(PollReport::latency)
          .thenComparingLong(PollReport::bytes)
          .thenComparingInt(PollReport::stations);

  private PollHours() {}

  /** The day that a call belongs to, of its contract in that zone or, for all contracts, of UTC. */
  public static ContractDay dayOf(PollReport report, ZoneId zone) {
    boolean all = report.contract().equals(PollReport.ALL);
    return ContractDay.of(report.contract(), report.startedAt(), all ? ZoneOffset.UTC : zone);
  }

  /**
   * The hours of a day in which its contract was called, by source and time.
   *
   * @param day of a contract, or of {@link PollReport#ALL} in UTC
   * @param reports at least those of the contract started in [{@code day.start()}, {@code
   *     day.end()} + {@link #GAP}]; in any order, repeated or not, more do no harm
   */
  public static List<PollHour> of(ContractDay day, Collection<PollReport> reports) {
    Map<Source, NavigableMap<Instant, PollReport>> bySource = new EnumMap<>(Source.class);
    reports.stream()
        .filter(report -> report.contract().equals(day.contract()))
        .forEach(
            report ->
                bySource
                    .computeIfAbsent(report.source(), source -> new TreeMap<>())
                    .merge(report.startedAt(), report, PollHours::fuller));
    List<PollHour> hours = new ArrayList<>();
    bySource.forEach((source, calls) -> addHours(day, source, calls, hours));
    return List.copyOf(hours);
  }

  private static PollReport fuller(PollReport one, PollReport other) {
    return FULLER.compare(one, other) < 0 ? other : one;
  }

  private static void addHours(
      ContractDay day,
      Source source,
      NavigableMap<Instant, PollReport> calls,
      List<PollHour> hours) {
    NavigableMap<Instant, PollReport> successes = new TreeMap<>(calls);
    successes.values().removeIf(call -> !call.succeeded());
    for (ContractDay.Hour hour : day.hours()) {
      Collection<PollReport> within = calls.subMap(hour.start(), true, hour.end(), false).values();
      if (!within.isEmpty()) {
        int gaps = gaps(successes.subMap(hour.start(), true, hour.end(), false), successes);
        hours.add(hour(source, day.contract(), hour.start(), within, gaps));
      }
    }
  }

  private static int gaps(
      NavigableMap<Instant, PollReport> within, NavigableMap<Instant, PollReport> successes) {
    int gaps = 0;
    for (Instant success : within.keySet()) {
      Instant next = successes.higherKey(success);
      if (next == null || next.isAfter(success.plus(GAP))) {
        gaps++;
      }
    }
    return gaps;
  }

  private static PollHour hour(
      Source source, String contract, Instant start, Collection<PollReport> calls, int gaps) {
    return new PollHour(
        source,
        contract,
        start,
        calls.size(),
        count(calls.stream().filter(call -> !call.succeeded())),
        count(calls.stream().filter(PollReport::notModified)),
        latency(calls),
        sum(calls, PollReport::bytes),
        sum(calls, PollReport::stations),
        gaps);
  }

  private static PollHour.@Nullable Latency latency(Collection<PollReport> calls) {
    List<Duration> sorted =
        calls.stream()
            .filter(call -> call.httpStatus() != null)
            .map(PollReport::latency)
            .sorted()
            .toList();
    return sorted.isEmpty()
        ? null
        : new PollHour.Latency(
            percentile(sorted, MEDIAN), percentile(sorted, TAIL), sorted.getLast());
  }

  /** By nearest rank. */
  private static Duration percentile(List<Duration> sorted, int percent) {
    int rank = Math.ceilDiv(sorted.size() * percent, PERCENT);
    return sorted.get(rank - 1);
  }

  private static int count(Stream<PollReport> calls) {
    return Math.toIntExact(calls.count());
  }

  private static long sum(Collection<PollReport> calls, ToLongFunction<PollReport> value) {
    return calls.stream().mapToLong(value).sum();
  }
}
