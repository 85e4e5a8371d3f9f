package org.dockline.station.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The flow rule a second time, as naively as it can be written: who vouches for each second, then
 * counting seconds. Shares nothing with the rule but its results' types. All times are whole
 * seconds.
 */
public final class FlowOracle {

  private record Seen(StationObservation o, int second) {
    boolean closed() {
      return o.present() && o.status() == StationStatus.CLOSED;
    }

    boolean known() {
      Integer bikes = o.counts().bikes();
      boolean nothingAtAll = Integer.valueOf(0).equals(bikes) && isZero(o.counts().docks());
      return o.present()
          && o.status() == StationStatus.OPEN
          && !Boolean.FALSE.equals(o.flags().connected())
          && bikes != null
          && !nothingAtAll
          && fresh();
    }

    private boolean fresh() {
      boolean gbfs = o.source() == Source.GBFS_2 || o.source() == Source.GBFS_3;
      Instant renewed = gbfs ? o.feedUpdatedAt() : o.reportedAt();
      return renewed == null ? gbfs : Duration.between(renewed, o.polledAt()).toSeconds() <= 1_800;
    }

    int bikes() {
      return o.counts().bikes();
    }

    private static boolean isZero(@Nullable Integer count) {
      return count != null && count == 0;
    }
  }

  private final Instant from;
  private final List<Seen> seen = new ArrayList<>();
  private final int[] voucher;

  /** Everything that was ever observed of one station, and the time to look at. */
  public FlowOracle(Instant from, Instant to, List<StationObservation> everything) {
    this.from = from;
    this.voucher = new int[second(to)];
    accept(everything);
    vouch();
  }

  private int second(Instant t) {
    return Math.toIntExact(Duration.between(from, t).toSeconds());
  }

  private void accept(List<StationObservation> everything) {
    TreeMap<String, StationObservation> distinct = new TreeMap<>();
    everything.forEach(o -> distinct.put(o.polledAt() + " " + o.source(), o));
    List<StationObservation> sorted = new ArrayList<>(distinct.values());
    sorted.sort(Comparator.comparing(StationObservation::polledAt));
    Instant newest = Instant.MIN;
    for (StationObservation o : sorted) {
      Instant reported = o.reportedAt();
      boolean heartbeat = o.source() == Source.JCDECAUX_V1 || o.source() == Source.JCDECAUX_V3;
      boolean comparable =
          heartbeat && reported != null && !reported.isAfter(o.polledAt().plusSeconds(60));
      if (comparable && reported.isBefore(newest)) {
        continue;
      }
      newest = comparable ? reported : newest;
      boolean believed =
          reported != null
              && Math.abs(Duration.between(reported, o.polledAt()).toSeconds()) <= 900
              && Duration.between(o.polledAt(), reported).toSeconds() <= 60;
      int second = second(believed ? reported : o.polledAt());
      seen.add(new Seen(o, seen.isEmpty() ? second : Math.max(second, seen.getLast().second())));
    }
  }

  /** For each second: which one of the seen vouches for it, or -1. */
  private void vouch() {
    int next = 0;
    for (int s = 0; s < voucher.length; s++) {
      while (next < seen.size() && seen.get(next).second() <= s) {
        next++;
      }
      boolean vouches =
          next > 0 && s < second(seen.get(next - 1).o().polledAt().plus(Duration.ofMinutes(15)));
      voucher[s] = vouches ? next - 1 : -1;
    }
  }

  private @Nullable Seen at(int second) {
    return voucher[second] < 0 ? null : seen.get(voucher[second]);
  }

  private boolean known(int second) {
    Seen by = at(second);
    return by != null && by.known();
  }

  private boolean empty(int second) {
    return known(second) && at(second).bikes() == 0;
  }

  private boolean full(int second) {
    return known(second) && Seen.isZero(at(second).o().counts().docks());
  }

  /** The measures of [start, end). */
  public Flows flows(Instant start, Instant end) {
    int a = second(start);
    int b = second(end);
    int arrivals = 0;
    int departures = 0;
    int unobserved = 0;
    int jumps = 0;
    for (int i = 0; i < seen.size(); i++) {
      Seen now = seen.get(i);
      boolean within = now.known() && now.second() >= a && now.second() < b;
      Seen before = within ? lastKnownBefore(i) : null;
      if (before == null) {
        continue;
      }
      int change = now.bikes() - before.bikes();
      boolean watched = watched(before, i);
      arrivals += watched ? Math.max(0, change) : 0;
      departures += watched ? Math.max(0, -change) : 0;
      unobserved += watched ? 0 : change;
      jumps += watched && Math.abs(change) >= 5 && now.second() - before.second() <= 300 ? 1 : 0;
    }
    return new Flows(
        start,
        end,
        arrivals,
        departures,
        unobserved,
        opening(a, b),
        lastKnownBikes(b),
        range(a, b, s -> known(s) ? at(s).bikes() : null),
        range(a, b, s -> known(s) ? at(s).o().counts().docks() : null),
        mean(range(a, b, s -> known(s) ? at(s).o().counts().brokenDocks() : null)),
        jumps,
        count(a, b, this::empty),
        count(a, b, this::full),
        count(a, b, s -> !known(s) && (at(s) == null || !at(s).closed())),
        count(a, b, s -> at(s) != null && at(s).closed()),
        count(a, b, this::known),
        capacity(a, b));
  }

  private @Nullable Seen lastKnownBefore(int index) {
    return seen.subList(0, index).stream().filter(Seen::known).reduce((x, y) -> y).orElse(null);
  }

  private boolean watched(Seen before, int index) {
    Seen now = seen.get(index);
    return seen.get(index - 1).equals(before)
        && before.o().source() == now.o().source()
        && IntStream.range(before.second(), now.second()).filter(s -> s >= 0).allMatch(this::known);
  }

  private @Nullable Integer lastKnownBikes(int end) {
    return seen.stream()
        .filter(x -> x.second() < end && x.known())
        .reduce((x, y) -> y)
        .map(Seen::bikes)
        .orElse(null);
  }

  private @Nullable Integer opening(int a, int b) {
    Integer before = lastKnownBikes(a);
    return before != null
        ? before
        : seen.stream()
            .filter(x -> x.second() < b && x.known())
            .findFirst()
            .map(Seen::bikes)
            .orElse(null);
  }

  private @Nullable Integer capacity(int a, int b) {
    Integer capacity = null;
    Integer atLastKnown = null;
    for (Seen x : seen) {
      Integer said = x.o().counts().capacity();
      atLastKnown = x.known() && x.second() < a ? said : atLastKnown;
      if (x.second() < a) {
        capacity = said == null ? atLastKnown : said;
      } else if (x.second() < b) {
        capacity = said == null ? capacity : said;
      }
    }
    return capacity;
  }

  private interface Count {
    @Nullable Integer at(int second);
  }

  private static Flows.@Nullable Range range(int a, int b, Count count) {
    List<Integer> counts = new ArrayList<>();
    for (int s = a; s < b; s++) {
      Integer c = count.at(s);
      if (c != null) {
        counts.add(c);
      }
    }
    var all = counts.stream().mapToInt(Integer::intValue).summaryStatistics();
    return counts.isEmpty()
        ? null
        : new Flows.Range(all.getMin(), (double) all.getSum() / all.getCount(), all.getMax());
  }

  private static @Nullable Double mean(Flows.@Nullable Range range) {
    return range == null ? null : range.mean();
  }

  private static Duration count(int a, int b, IntPredicate property) {
    return Duration.ofSeconds(IntStream.range(a, b).filter(property).count());
  }

  /** The episodes of [start, end), the empty ones first. */
  public List<StockoutEpisode> episodes(StationKey key, Instant start, Instant end) {
    List<StockoutEpisode> episodes = new ArrayList<>();
    collect(key, StockoutEpisode.Kind.EMPTY, this::empty, start, end, episodes);
    collect(key, StockoutEpisode.Kind.FULL, this::full, start, end, episodes);
    return episodes;
  }

  private void collect(
      StationKey key,
      StockoutEpisode.Kind kind,
      IntPredicate property,
      Instant start,
      Instant end,
      List<StockoutEpisode> into) {
    int a = second(start);
    int b = second(end);
    int first = -1;
    for (int s = a; s <= b; s++) {
      boolean now = s < b && property.test(s);
      if (now && first < 0) {
        first = s;
      } else if (!now && first >= 0) {
        boolean before = first == a && a > 0 && property.test(a - 1);
        into.add(
            new StockoutEpisode(
                key, kind, from.plusSeconds(first), from.plusSeconds(s), before, s == b));
        first = -1;
      }
    }
  }
}
