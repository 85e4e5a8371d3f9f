package org.dockline.poller.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to feeds and deliveries, when a poller is restarted, and when two poll at once:
 * after each delivered poll the topics alone tell what it said of every station, and for each
 * station recently enough.
 */
class RebuildTest {

  private static final int WORLDS = Boolean.getBoolean("dockline.long") ? 20_000 : 600;
  private static final int POLLS = 120;

  /** A restarted poller does not look further back; see {@code TopicEars}. */
  private static final Duration TAIL = Duration.ofMinutes(30);

  @Test
  void everyPollCanBeRebuiltFromWhatWasSent() {
    for (int seed = 1; seed <= WORLDS; seed++) {
      new World(seed, 1, false).run();
    }
  }

  @Test
  void alsoAcrossRestarts() {
    for (int seed = 1; seed <= WORLDS; seed++) {
      new World(seed, 1, true).run();
    }
  }

  @Test
  void alsoWithTwoPollersAtOnce() {
    for (int seed = 1; seed <= WORLDS; seed++) {
      new World(seed, 2, true).run();
    }
  }

  /** A poller: what it remembers, and what it has overheard since its last poll. */
  private static final class Poller {
    private final ChangeDetector detector = new ChangeDetector(SendPolicy.CHANGED);
    private final Instant knowsSince;
    private final List<StationObservation> observations = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    /** Knows nothing of what was said before that, by whomever. */
    Poller(Instant knowsSince) {
      this.knowsSince = knowsSince;
    }

    void hears(Changes changes) {
      observations.addAll(changes.observations());
      rejections.addAll(changes.rejections());
    }

    void listen() {
      detector.overheard(new Overheard(observations, rejections));
      observations.clear();
      rejections.clear();
    }
  }

  /** The newest word of the topics on a station. */
  private sealed interface Word {
    record Said(StationObservation observation) implements Word {}

    record Bad() implements Word {}
  }

  private static final class World {
    private final int seed;
    private final Random random;
    private final boolean restarts;
    private final List<Poller> pollers = new ArrayList<>();
    private final List<Changes> sent = new ArrayList<>();
    private ChangeDetector detector = new ChangeDetector(SendPolicy.CHANGED);
    private Instant knowsSince = Instant.MIN;
    private final Map<StationKey, Word> topic = new HashMap<>();
    private final Map<StationKey, Integer> bikes = new HashMap<>();
    private final Map<StationKey, Instant> reports = new HashMap<>();
    private Instant now = Instant.parse("2025-09-30T14:00:00Z");

    World(int seed, int pollers, boolean restarts) {
      this.seed = seed;
      this.random = new Random(seed);
      this.restarts = restarts;
      for (int i = 0; i < pollers; i++) {
        this.pollers.add(new Poller(Instant.MIN));
      }
    }

    void run() {
      for (int poll = 0; poll < POLLS; poll++) {
        now = now.plusSeconds(random.nextInt(20) == 0 ? 900 : 10 + random.nextInt(60));
        int who = random.nextInt(pollers.size());
        if (restarts && random.nextInt(10) == 0) {
          pollers.set(who, restarted());
        }
        pollers.get(who).listen();
        detector = pollers.get(who).detector;
        knowsSince = pollers.get(who).knowsSince;
        switch (random.nextInt(12)) {
          case 0 -> deliver(detector.failed(List.of(bad(null))));
          case 1 -> deliver(detector.unchanged(now));
          default -> answer();
        }
      }
    }

    /** It reads the topics' end, as a new process does. */
    private Poller restarted() {
      now = random.nextBoolean() ? now : now.plusSeconds(random.nextInt(20_000));
      Instant newest = sent.isEmpty() ? now : time(sent.getLast());
      Poller poller = new Poller(newest.minus(TAIL));
      sent.stream().filter(c -> !time(c).isBefore(poller.knowsSince)).forEach(poller::hears);
      return poller;
    }

    private static Instant time(Changes c) {
      return c.observations().isEmpty()
          ? c.rejections().getFirst().polledAt()
          : c.observations().getFirst().polledAt();
    }

    private void answer() {
      Map<StationKey, StationObservation> good = new HashMap<>();
      List<Rejection> bad = new ArrayList<>();
      Set<String> contracts = new HashSet<>();
      boolean lyonAbsent = random.nextInt(8) == 0;
      for (StationKey key : keys()) {
        if (key.contract().equals("lyon") && lyonAbsent) {
          continue;
        }
        switch (random.nextInt(15)) {
          case 0 -> bad.add(bad(key));
          case 1 -> {}
          case 2 -> {
            bad.add(bad(key));
            good.put(key, observation(key));
            contracts.add(key.contract());
          }
          default -> {
            good.put(key, observation(key));
            contracts.add(key.contract());
          }
        }
      }
      boolean anonymous = random.nextInt(15) == 0;
      if (anonymous) {
        bad.add(bad(null));
      }
      boolean whole = random.nextInt(8) > 0;
      List<StationObservation> stations = new ArrayList<>(good.values());
      if (deliver(detector.answered(now, stations, bad, whole))) {
        good.forEach(this::assertSaid);
        bad.stream().filter(r -> !good.containsKey(key(r))).forEach(this::assertBad);
        if (whole && !anonymous) {
          assertOthersGone(good.keySet(), bad, contracts);
        }
      }
    }

    private boolean deliver(Changes changes) {
      boolean arrives = random.nextInt(6) > 0;
      boolean told = arrives && random.nextInt(6) > 0;
      if (arrives && !changes.isEmpty()) {
        sent.add(changes);
        pollers.stream().filter(p -> p.detector != detector).forEach(p -> p.hears(changes));
      }
      if (arrives) {
        // Rejections first: an answer may hold a good record of a station beside a bad one.
        changes.rejections().forEach(this::sent);
        changes.observations().forEach(o -> topic.put(o.key(), new Word.Said(o)));
      }
      if (told) {
        detector.delivered(changes);
      } else {
        detector.undelivered(changes);
      }
      return told;
    }

    private void sent(Rejection r) {
      StationKeys.find(r).ifPresent(key -> topic.put(key, new Word.Bad()));
    }

    private void assertSaid(StationKey key, StationObservation truth) {
      assertThat(topic.get(key)).as(what(key)).isInstanceOf(Word.Said.class);
      StationObservation said = ((Word.Said) topic.get(key)).observation();
      assertThat(said.sameFactsAs(truth)).as(what(key)).isTrue();
      assertThat(Duration.between(said.polledAt(), now)).isLessThan(KeyFrame.EVERY);
    }

    private void assertBad(Rejection r) {
      StationKeys.find(r)
          .ifPresent(key -> assertThat(topic.get(key)).as(what(key)).isEqualTo(new Word.Bad()));
    }

    private static @Nullable StationKey key(Rejection r) {
      return StationKeys.find(r).orElse(null);
    }

    private void assertOthersGone(
        Set<StationKey> good, List<Rejection> bad, Set<String> contracts) {
      Set<StationKey> there = new HashSet<>(good);
      bad.forEach(r -> StationKeys.find(r).ifPresent(there::add));
      topic.forEach(
          (key, word) -> {
            boolean absent = !there.contains(key) && contracts.contains(key.contract());
            if (absent
                && word instanceof Word.Said(StationObservation said)
                && !said.polledAt().isBefore(knowsSince)) {
              assertThat(said.present()).as(what(key)).isFalse();
            }
          });
    }

    private String what(StationKey key) {
      return "seed " + seed + ", " + key + " at " + now;
    }

    private StationObservation observation(StationKey key) {
      if (random.nextInt(4) == 0) {
        bikes.put(key, random.nextInt(20));
      }
      if (random.nextInt(4) == 0) {
        reports.put(key, now.minusSeconds(random.nextInt(60)));
      }
      return ObservationBuilder.polledAt(now)
          .station(key)
          .bikes(bikes.getOrDefault(key, 3))
          .reportedAt(reports.get(key))
          .build();
    }

    private Rejection bad(@Nullable StationKey key) {
      return new Rejection(
          now,
          Source.JCDECAUX_V3,
          key == null ? null : key.contract(),
          key == null ? null : key.stationId(),
          null,
          null,
          "bad",
          "raw " + random.nextInt(2));
    }

    private static List<StationKey> keys() {
      List<StationKey> keys = new ArrayList<>();
      for (int i = 1; i <= 6; i++) {
        keys.add(new StationKey("lyon", Integer.toString(i)));
        keys.add(new StationKey("toyama", Integer.toString(i)));
      }
      return keys;
    }
  }
}
