package org.dockline.poller.fallover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.Exchange;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.Overheard;
import org.dockline.poller.polling.PollBatch;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.polling.TopicEar;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Two providers of the same cities and one poller, without threads: a tick each 10 s polls every
 * feed once. Bikes come and go in both sources alike.
 */
final class TwoSources {

  static final Instant START = Instant.parse("2026-12-31T10:00:00Z");

  private static final Duration TICK = Duration.ofSeconds(10);

  private static final List<String> CITIES = List.of("lyon", "dublin", "namur");

  /** How the first source is. */
  enum First {
    WELL,
    REFUSED,
    GONE,
    SILENT,
    FROZEN,
    WITHOUT_LYON
  }

  First first = First.WELL;
  boolean second = true;
  int firstAsked;
  int secondAsked;
  FallOver fallOver = new FallOver(Source.JCDECAUX_V3, CITIES, START);
  final List<StationObservation> sent = new ArrayList<>();
  final List<PollReport> reports = new ArrayList<>();

  private final List<PollCycle> cycles = new ArrayList<>();
  private Instant now = START;
  private Instant frozenAt = START;

  TwoSources() {
    begin();
  }

  /** The process dies, and another one begins with what the topics tell. */
  void restart() {
    fallOver = new FallOver(Source.JCDECAUX_V3, CITIES, now);
    fallOver.resume(newest(o -> o.key().contract()), now);
    begin();
  }

  private void begin() {
    cycles.clear();
    cycles.add(cycle(new FirstSource(new Feed("*", this::v3), fallOver)));
    for (String contract : CITIES) {
      cycles.add(
          cycle(new StandIn(contract, fallOver, () -> new Feed(contract, at -> gbfs(contract)))));
    }
  }

  private List<StationObservation> newest(Function<StationObservation, Object> key) {
    Map<Object, StationObservation> newest = new LinkedHashMap<>();
    sent.forEach(o -> newest.put(key.apply(o), o));
    return List.copyOf(newest.values());
  }

  Instant now() {
    return now;
  }

  void become(First state) {
    first = state;
    frozenAt = now;
  }

  /** Polls for as long. */
  void run(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      cycles.forEach(cycle -> cycle.poll(now));
      now = now.plus(TICK);
    }
  }

  List<StationObservation> of(String contract) {
    return sent.stream().filter(o -> o.key().contract().equals(contract)).toList();
  }

  List<Source> sourcesOf(String contract) {
    List<Source> sources = new ArrayList<>();
    for (StationObservation o : of(contract)) {
      if (sources.isEmpty() || sources.getLast() != o.source()) {
        sources.add(o.source());
      }
    }
    return sources;
  }

  /** Stations that were sent from two sources by polls of one tick. */
  Set<String> doubles() {
    Set<String> seen = new HashSet<>();
    Set<String> doubles = new TreeSet<>();
    for (StationObservation o : sent) {
      if (!seen.add(o.key() + " " + o.polledAt())) {
        doubles.add(o.key() + " " + o.polledAt());
      }
    }
    return doubles;
  }

  private PollCycle cycle(StationFeed feed) {
    Deque<Overheard> said = new ArrayDeque<>();
    said.add(
        new Overheard(
            newest(StationObservation::key).stream()
                .filter(o -> List.of("*", o.key().contract()).contains(feed.scope()))
                .toList(),
            List.of()));
    TopicEar ear = () -> said.isEmpty() ? Overheard.NOTHING : said.remove();
    return new PollCycle(feed, new ChangeDetector(SendPolicy.CHANGED), this::take, ear);
  }

  private void take(PollBatch batch) {
    sent.addAll(batch.observations());
    reports.addAll(batch.reports());
  }

  private FeedAnswer v3(Instant at) {
    firstAsked++;
    return switch (first) {
      case WELL -> stations(Source.JCDECAUX_V3, at, "lyon", "dublin");
      case WITHOUT_LYON -> stations(Source.JCDECAUX_V3, at, "dublin");
      case FROZEN -> stations(Source.JCDECAUX_V3, frozenAt, "lyon", "dublin");
      case REFUSED -> unavailable(403);
      case GONE -> unavailable(410);
      case SILENT -> unavailable(null);
    };
  }

  private FeedAnswer gbfs(String contract) {
    secondAsked++;
    return second ? stations(Source.GBFS_3, now, contract) : unavailable(500);
  }

  private FeedAnswer stations(Source source, Instant reportedAt, String... contracts) {
    List<StationObservation> stations = new ArrayList<>();
    for (String contract : contracts) {
      for (String id : List.of("/7", "/8")) {
        int bikes = (int) Math.floorMod(reportedAt.getEpochSecond() / 60 + id.hashCode(), 20L);
        stations.add(
            ObservationBuilder.polledAt(now)
                .station(contract + id)
                .source(source)
                .bikes(bikes)
                .reportedAt(reportedAt)
                .build());
      }
    }
    return new FeedAnswer.Stations(exchange(source, 200), stations, List.of(), null, 0);
  }

  private static FeedAnswer unavailable(@Nullable Integer status) {
    return new FeedAnswer.Unavailable(
        exchange(Source.JCDECAUX_V3, status), "HTTP " + status, null, List.of());
  }

  private static Exchange exchange(Source source, @Nullable Integer status) {
    return new Exchange(source, Duration.ofMillis(30), status, 10, false);
  }

  private interface Answers {
    FeedAnswer at(Instant polledAt);
  }

  private record Feed(String scope, Answers answers) implements StationFeed {
    @Override
    public FeedAnswer poll(Instant polledAt) {
      return answers.at(polledAt);
    }
  }
}
