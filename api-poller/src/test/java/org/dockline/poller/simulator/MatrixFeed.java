package org.dockline.poller.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dockline.poller.gbfs.GbfsFeed;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV1Feed;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.ObservationPublisher;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.simulator.fault.Fault;
import org.dockline.poller.simulator.fault.FaultKind;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.settings.Secret;

/** One feed of the matrix: polled where things go wrong, and compared with where they do not. */
final class MatrixFeed {

  /** All of them, by the names that faults know them by. */
  static final List<String> FEEDS = List.of("v1", "v3", "gbfs-2", "gbfs-3");

  private final String name;
  private final Source source;
  private final PollCycle cycle;
  private final StationFeed well;
  private Map<StationKey, StationObservation> truth = Map.of();
  private Map<StationKey, StationObservation> truthBefore = Map.of();
  private Instant polledAt = Instant.MIN;

  MatrixFeed(
      FeedClient client, String name, int faulty, int healthy, ObservationPublisher publisher) {
    this.name = name;
    this.source =
        switch (name) {
          case "v1" -> Source.JCDECAUX_V1;
          case "v3" -> Source.JCDECAUX_V3;
          case "gbfs-2" -> Source.GBFS_2;
          default -> Source.GBFS_3;
        };
    this.cycle =
        new PollCycle(feed(client, faulty), new ChangeDetector(SendPolicy.CHANGED), publisher);
    this.well = feed(client, healthy);
  }

  String name() {
    return name;
  }

  /** Two protocols each share a contract, which must not disturb each other. */
  static String contract(String feed) {
    return feed.startsWith("v") ? "dublin" : "ljubljana";
  }

  static List<FaultKind> kinds(Predicate<FaultKind> wanted) {
    return Arrays.stream(FaultKind.values()).filter(wanted).toList();
  }

  static boolean isOfTheAnswer(FaultKind kind) {
    return kind.compareTo(FaultKind.ERROR_OBJECT) <= 0;
  }

  void poll(Instant now) {
    polledAt = now.truncatedTo(ChronoUnit.MILLIS);
    cycle.poll(polledAt);
    truthBefore = truth;
    truth = new LinkedHashMap<>();
    FeedAnswer.Stations stations = (FeedAnswer.Stations) well.poll(polledAt);
    stations.stations().forEach(o -> truth.put(o.key(), o));
    assertThat(truth).hasSizeGreaterThan(5);
  }

  void assertAsIfWell(MatrixTopics topics) {
    truth.forEach((key, o) -> assertSame(topics, key, o));
    assertThat(topics.rejected(source, contract(name), polledAt)).as(name).isEmpty();
    assertThat(topics.report(source, contract(name), polledAt).error()).as(name).isNull();
  }

  void assertAtFault(MatrixTopics topics, List<Fault> faults) {
    if (isOfTheAnswer(faults.getFirst().kind())) {
      assertAnswer(topics, faults.getFirst().kind());
      return;
    }
    assertThat(topics.report(source, contract(name), polledAt).error()).isNull();
    truth.forEach(
        (key, o) -> {
          int number = Integer.parseInt(key.stationId());
          List<FaultKind> own =
              faults.stream().filter(f -> f.concerns(number)).map(Fault::kind).toList();
          if (own.isEmpty()) {
            assertSame(topics, key, o);
          } else {
            assertStation(topics, o, own);
          }
        });
  }

  private void assertAnswer(MatrixTopics topics, FaultKind kind) {
    PollReport report = topics.report(source, contract(name), polledAt);
    String error =
        switch (kind) {
          case SLOW, HANG -> "no answer in time";
          case EMPTY -> "empty";
          case FORBIDDEN -> "HTTP 403";
          case NOT_FOUND -> "HTTP 404";
          case TOO_MANY -> "HTTP 429";
          case SERVER_ERROR -> "HTTP 500";
          case ERROR_OBJECT -> "";
          default -> "break";
        };
    assertThat(report.error()).isNotNull().containsIgnoringCase(error);
    List<Rejection> rejected = topics.rejected(source, contract(name), polledAt);
    if (kind == FaultKind.SLOW || kind == FaultKind.HANG) {
      assertThat(rejected).isEmpty();
    } else {
      assertThat(rejected).isNotEmpty();
      assertThat(rejected).allSatisfy(r -> assertThat(r.reason()).isNotBlank());
    }
    truthBefore
        .keySet()
        .forEach(
            key ->
                assertThat(topics.find(source, key))
                    .hasValueSatisfying(o -> assertThat(o.present()).isTrue()));
    if (kind == FaultKind.CUT || kind == FaultKind.BREAK) {
      StationKey first = truth.keySet().iterator().next();
      assertThat(report.stations()).isPositive().isLessThanOrEqualTo(truth.size());
      assertSame(topics, first, truth.get(first));
    }
  }

  private void assertStation(MatrixTopics topics, StationObservation o, List<FaultKind> kinds) {
    List<String> reasons =
        topics.rejected(source, contract(name), polledAt).stream()
            .filter(r -> o.key().stationId().equals(r.stationId()))
            .map(Rejection::reason)
            .toList();
    StationObservation said = topics.find(source, o.key()).orElseThrow();
    if (kinds.contains(FaultKind.REMOVE)) {
      assertThat(said.present()).isFalse();
    } else if (kinds.contains(FaultKind.COUNTS_AS_FLAGS)) {
      assertThat(reasons).isNotEmpty().allMatch(r -> r.contains("must be a whole number"));
    } else if (kinds.getLast() == FaultKind.NEGATIVE_COUNT) {
      assertThat(reasons).isNotEmpty().anyMatch(r -> r.contains("must not be negative"));
    } else if (kinds.contains(FaultKind.DUPLICATE)) {
      assertThat(reasons).isNotEmpty().allMatch(r -> r.contains("occurs more than once"));
      assertThat(said.polledAt()).isBeforeOrEqualTo(polledAt);
    } else if (!kinds.contains(FaultKind.NEGATIVE_COUNT)) {
      assertThat(reasons).isEmpty();
      kinds.forEach(kind -> assertSaid(said, o, kinds, kind));
    }
  }

  private void assertSaid(
      StationObservation said, StationObservation o, List<FaultKind> all, FaultKind kind) {
    switch (kind) {
      case NULL_TIME, FUTURE_TIME, TIME_1970, NEGATIVE_TIME ->
          assertThat(said.reportedAt()).isNull();
      case RENAME -> assertThat(said.place().name()).isEqualTo(o.place().name() + " II");
      case MOVE -> assertThat(said.place().latitude()).isNotEqualTo(o.place().latitude());
      case RESIZE -> assertThat(said.counts().capacity()).isNotEqualTo(o.counts().capacity());
      case OVER_CAPACITY -> {
        if (!all.contains(FaultKind.RESIZE)) {
          assertThat(said.counts().bikes()).isGreaterThan(said.counts().capacity());
        }
      }
      case NEW_FIELD -> assertThat(said.extra()).contains("\"fleet_2027\"");
      case FLAGS_AS_NUMBERS -> assertThat(said.flags()).isEqualTo(o.flags());
      case FROZEN -> {
        StationObservation before = truthBefore.get(o.key());
        if (before != null && all.size() == 1) {
          assertThat(said.counts()).isEqualTo(before.counts());
          assertThat(said.reportedAt()).isEqualTo(before.reportedAt());
        }
      }
      default -> throw new AssertionError("no outcome is stated for " + kind);
    }
  }

  private void assertSame(MatrixTopics topics, StationKey key, StationObservation o) {
    assertThat(topics.find(source, key))
        .as("%s says of %s at %s", name, key, polledAt)
        .hasValueSatisfying(
            said -> {
              assertThat(said.polledAgain(o.polledAt(), o.feedUpdatedAt())).isEqualTo(o);
            });
  }

  private StationFeed feed(FeedClient client, int port) {
    URI address = URI.create("http://127.0.0.1:" + port);
    JcdecauxAccess access = new JcdecauxAccess(address, new Secret("none"), contract(name));
    return switch (name) {
      case "v1" -> new JcdecauxV1Feed(client, access);
      case "v3" -> new JcdecauxV3Feed(client, access);
      default ->
          new GbfsFeed(
              client,
              contract(name),
              address.resolve("/gbfs/" + contract(name) + "/v" + name.substring(5) + "/gbfs.json"));
    };
  }
}
