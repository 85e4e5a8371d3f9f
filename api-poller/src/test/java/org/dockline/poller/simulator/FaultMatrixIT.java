package org.dockline.poller.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.kafka.KafkaObservationPublisher;
import org.dockline.poller.kafka.KafkaTopics;
import org.dockline.poller.kafka.TopicPlan;
import org.dockline.poller.simulator.fault.Fault;
import org.dockline.poller.simulator.fault.FaultKind;
import org.dockline.poller.simulator.fault.Faults;
import org.dockline.poller.simulator.http.SimulatorServer;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.Topics;
import org.dockline.station.testing.BrokerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault alone, and three at once, from the simulator through the real feeds into a real
 * broker: all good stations arrive, each bad one is rejected with its reason, and feeds that are
 * not at fault are undisturbed.
 */
class FaultMatrixIT {

  private static final boolean LONG = Boolean.getBoolean("dockline.long");
  private static final int TRIPLES = LONG ? 150 : 8;
  private static final World WORLD = World.of(3, 160);

  /** Longer than places are held, so that every poll asks for all files. */
  private static final Duration STEP = Duration.ofMinutes(6);

  @TempDir static Path folder;

  private static BrokerProcess broker;
  private static KafkaObservationPublisher publisher;
  private static FeedClient client;
  private static SimulatorServer faulty;
  private static SimulatorServer healthy;
  private static MatrixTopics topics;
  private static final Faults FAULTS = new Faults();
  private static Instant now = Instant.MIN;

  @BeforeAll
  static void start() throws Exception {
    now = Instant.now().minus(Duration.ofDays(7));
    broker = BrokerProcess.start(folder);
    try (KafkaTopics admin = KafkaTopics.at(broker.bootstrapServers())) {
      admin.ensure(TopicPlan.pipeline(Topics.STATIONS, 1));
    }
    publisher =
        KafkaObservationPublisher.connect(
            broker.bootstrapServers(), Topics.STATIONS, Duration.ofSeconds(30));
    topics = new MatrixTopics(broker.bootstrapServers());
    Duration second = Duration.ofSeconds(1);
    client = FeedClient.of(new FeedClient.Timeouts(second, second, second), 1 << 22);
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    faulty = SimulatorServer.start(free, WORLD, () -> now, FAULTS);
    healthy = SimulatorServer.start(free, WORLD, () -> now);
  }

  @AfterAll
  static void stop() {
    client.close();
    faulty.close();
    healthy.close();
    topics.close();
    publisher.close();
    broker.close();
  }

  @TestFactory
  Stream<DynamicTest> eachFaultAlone() {
    List<List<Fault>> cases = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      for (String feed : LONG ? MatrixFeed.FEEDS : List.of(feedFor(cases.size()))) {
        cases.add(List.of(fault(kind, feed, 3)));
      }
    }
    return cases.stream().map(FaultMatrixIT::test);
  }

  /** One fault of the answer on one feed, and two of the stations on another. */
  @TestFactory
  Stream<DynamicTest> threeAtOnce() {
    Random random = new Random(11);
    List<FaultKind> answers = MatrixFeed.kinds(MatrixFeed::isOfTheAnswer);
    List<FaultKind> stations =
        new ArrayList<>(MatrixFeed.kinds(kind -> !MatrixFeed.isOfTheAnswer(kind)));
    List<List<Fault>> cases = new ArrayList<>();
    for (int i = 0; i < TRIPLES; i++) {
      Collections.shuffle(stations, random);
      cases.add(
          List.of(
              fault(answers.get(random.nextInt(answers.size())), feedFor(i), 1),
              fault(stations.get(0), feedFor(i + 1), 3),
              fault(stations.get(1), feedFor(i + 1), 4)));
    }
    return cases.stream().map(FaultMatrixIT::test);
  }

  private static DynamicTest test(List<Fault> faults) {
    return DynamicTest.dynamicTest(faults.toString(), () -> run(faults));
  }

  private static void run(List<Fault> faults) throws Exception {
    FAULTS.healAll();
    now = now.plus(STEP);
    List<MatrixFeed> feeds = new ArrayList<>();
    for (String feed : MatrixFeed.FEEDS) {
      feeds.add(new MatrixFeed(client, feed, faulty.port(), healthy.port(), publisher));
    }
    poll(feeds);
    feeds.forEach(f -> f.assertAsIfWell(topics));

    for (boolean frozen : List.of(true, false)) {
      now = now.plus(STEP);
      faults.stream()
          .filter(f -> (f.kind() == FaultKind.FROZEN) == frozen)
          .forEach(f -> FAULTS.add(f, now));
      poll(feeds);
    }
    for (MatrixFeed feed : feeds) {
      List<Fault> own = faults.stream().filter(f -> f.feed().equals(feed.name())).toList();
      if (own.isEmpty()) {
        feed.assertAsIfWell(topics);
      } else {
        feed.assertAtFault(topics, own);
      }
    }

    FAULTS.healAll();
    now = now.plus(STEP);
    poll(feeds);
    feeds.forEach(f -> f.assertAsIfWell(topics));
  }

  private static void poll(List<MatrixFeed> feeds) {
    feeds.forEach(feed -> feed.poll(now));
    topics.readOn();
  }

  private static Fault fault(FaultKind kind, String feed, int every) {
    long value =
        switch (kind) {
          case SLOW -> 3;
          case CUT, BREAK -> 2_000;
          default -> kind.usualValue();
        };
    assertThat(MatrixFeed.FEEDS).contains(feed);
    return new Fault(kind, feed, MatrixFeed.contract(feed), every, value);
  }

  private static String feedFor(int i) {
    return MatrixFeed.FEEDS.get(i % MatrixFeed.FEEDS.size());
  }
}
