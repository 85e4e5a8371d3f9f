package org.dockline.poller.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.http.RecordedAnswer;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV1Feed;
import org.dockline.poller.kafka.KafkaTopics;
import org.dockline.poller.kafka.SpoolingPublisher;
import org.dockline.poller.kafka.TopicPlan;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.PollOutcome;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.spool.Spool;
import org.dockline.station.Topics;
import org.dockline.station.settings.Secret;
import org.dockline.station.testing.BrokerProcess;

/**
 * Parse, change detection and send of v1 answers, into a real broker, beside the plain way: the
 * answer as one Jackson tree and one message.
 */
public final class PollerBench {

  private static final ObjectMapper TREES = new ObjectMapper();
  private static final String PLAIN_TOPIC = "plain_topic";
  private static final double CHANGED = 0.15;

  private final List<String> table = new ArrayList<>();
  private final SpoolingPublisher publisher;
  private final KafkaProducer<byte[], byte[]> plain;
  private Instant now = Instant.now().minus(Duration.ofDays(1));

  private PollerBench(SpoolingPublisher publisher, KafkaProducer<byte[], byte[]> plain) {
    this.publisher = publisher;
    this.plain = plain;
  }

  /** Needs about a minute. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("dockline-bench");
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
        KafkaProducer<byte[], byte[]> plain = plainProducer(broker.bootstrapServers());
        SpoolingPublisher publisher = publisher(broker.bootstrapServers(), folder)) {
      PollerBench bench = new PollerBench(publisher, plain);
      bench.measure(1, 2_400, 100);
      bench.measure(140, 2_500, 1);
      System.out.println(Cost.head());
      bench.table.forEach(System.out::println);
    }
  }

  /** One feed of the world: its answer, and who polls it. */
  private record Fed(SyntheticAnswer world, AtomicReference<String> body, PollCycle cycle) {}

  private void measure(int feeds, int stations, int polls) throws Exception {
    List<Fed> all = new ArrayList<>();
    for (int i = 0; i < feeds; i++) {
      SyntheticAnswer world = new SyntheticAnswer("city" + i, stations, now.toEpochMilli());
      AtomicReference<String> body = new AtomicReference<>(world.text());
      all.add(new Fed(world, body, cycle(body)));
    }
    String size = String.format(Locale.ROOT, "%,d stations", feeds * stations);
    System.out.println(size + " in " + feeds + " answer(s), warming up");
    add(size + ", all new (first poll)", Cost.of(1, () -> poll(all)));
    Cost.of(polls, () -> poll(all));
    Cost unchanged = Cost.of(polls, () -> poll(all));
    add(size + ", unchanged", unchanged);
    Cost generating = Cost.of(polls, () -> change(all));
    Cost changing = Cost.of(polls, () -> change(all) + poll(all));
    add(size + ", 15 % changed", minus(changing, generating));
    heap(size);
    Cost.of(polls, () -> plain(all));
    Cost tree = Cost.of(polls, () -> plain(all));
    add(size + ", plain: one tree, one message", tree);
    table.add(
        String.format(
            Locale.ROOT,
            "%-46s %11.2fx CPU, %.2fx bytes",
            "  unchanged, against plain",
            unchanged.cpuMillisEach() / tree.cpuMillisEach(),
            (double) unchanged.allocated() / tree.allocated()));
  }

  private void add(String what, Cost cost) {
    table.add(cost.line(what));
  }

  private void heap(String size) {
    System.gc();
    Runtime r = Runtime.getRuntime();
    table.add(
        String.format(
            Locale.ROOT,
            "%-46s %9d MiB of at most %d MiB",
            size + ", heap held between polls",
            (r.totalMemory() - r.freeMemory()) >> 20,
            r.maxMemory() >> 20));
  }

  private int change(List<Fed> feeds) {
    for (Fed fed : feeds) {
      fed.world().change(CHANGED, now.toEpochMilli());
      fed.body().set(fed.world().text());
    }
    return 0;
  }

  private int poll(List<Fed> feeds) {
    int stations = 0;
    now = now.plusMillis(100);
    for (Fed fed : feeds) {
      PollOutcome outcome = fed.cycle().poll(now);
      if (outcome.undelivered() != null || outcome.report() == null) {
        throw new IllegalStateException("not measured: " + outcome);
      }
      stations += outcome.report().stations();
    }
    return stations;
  }

  private int plain(List<Fed> feeds) throws Exception {
    int stations = 0;
    for (Fed fed : feeds) {
      // From bytes, as they come.
      JsonNode tree = TREES.readTree(fed.body().get().getBytes(StandardCharsets.UTF_8));
      stations += tree.size();
      plain.send(new ProducerRecord<>(PLAIN_TOPIC, TREES.writeValueAsBytes(tree))).get();
    }
    return stations;
  }

  private PollCycle cycle(AtomicReference<String> body) {
    FeedClient client = FeedClient.answering(file -> RecordedAnswer.document(file, body.get()));
    JcdecauxV1Feed feed =
        new JcdecauxV1Feed(
            client,
            new JcdecauxAccess(URI.create("http://bench.invalid"), new Secret("none"), null));
    return new PollCycle(feed, new ChangeDetector(SendPolicy.CHANGED), publisher);
  }

  private static Cost minus(Cost a, Cost b) {
    return new Cost(
        a.times(),
        a.records(),
        a.wallNanos() - b.wallNanos(),
        a.cpuNanos() - b.cpuNanos(),
        a.allocated() - b.allocated());
  }

  private static SpoolingPublisher publisher(String brokers, Path folder) throws Exception {
    try (KafkaTopics topics = KafkaTopics.at(brokers)) {
      topics.ensure(TopicPlan.pipeline(Topics.STATIONS, 1));
      topics.ensure(TopicPlan.pipeline(PLAIN_TOPIC, 1));
    }
    SpoolingPublisher publisher =
        SpoolingPublisher.connect(
            brokers,
            Topics.STATIONS,
            "bench",
            Spool.open(folder.resolve("spool"), 1L << 30),
            Duration.ofSeconds(60),
            Clock.systemUTC());
    publisher.open();
    return publisher;
  }

  private static KafkaProducer<byte[], byte[]> plainProducer(String brokers) throws IOException {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            brokers,
            "compression.type",
            "zstd",
            "max.request.size",
            TopicPlan.MAX_MESSAGE_BYTES),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
