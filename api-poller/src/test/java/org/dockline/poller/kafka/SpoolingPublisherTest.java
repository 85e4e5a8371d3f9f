package org.dockline.poller.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.PollBatch;
import org.dockline.poller.spool.Spool;
import org.dockline.station.Source;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.PollReportBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted, what waits, and in which order it is sent; Kafka's own fake stands in. */
class SpoolingPublisherTest {

  private static final Instant START = Instant.parse("2025-09-30T14:00:00Z");

  @TempDir Path folder;

  private MockProducer<byte[], byte[]> producer;
  private volatile MockProducer<byte[], byte[]> makes;
  private volatile Instant now = START;
  private SpoolingPublisher publisher;

  @BeforeEach
  void start() throws IOException {
    publisher = publisher(producer(true), 1 << 20);
  }

  @AfterEach
  void stop() {
    producer.completeNext();
    publisher.close();
  }

  @Test
  void whileKafkaTakesItNothingTouchesTheDisk() throws NotDeliveredException {
    publisher.open();
    publisher.publish(poll(0));
    assertThat(sent()).containsExactly("stations lyon/7 0", "polls_topic gbfs-3/lyon 0");
    assertThat(publisher.waiting().records()).isZero();
    assertThat(headers()).containsOnly("run-1");
  }

  @Test
  void beforeTheTopicsAreThereEverythingWaits() throws Exception {
    publisher.publish(poll(0));
    publisher.publish(poll(1));
    assertThat(sent()).isEmpty();
    assertThat(publisher.waiting().records()).isEqualTo(4);
    assertThat(publisher.waiting().oldest()).isEqualTo(START);
    publisher.open();
    await(() -> publisher.waiting().records() == 0);
    assertThat(sent())
        .containsExactly(
            "stations lyon/7 0",
            "stations lyon/7 1",
            "polls_topic gbfs-3/lyon 0",
            "polls_topic gbfs-3/lyon 1");
  }

  @Test
  void whatTheProducerHasInHandIsNeverSentTwice() throws Exception {
    publisher.close();
    publisher = publisher(producer(false), 1 << 20);
    publisher.open();
    publisher.publish(poll(0));
    publisher.publish(poll(1));
    assertThat(publisher.waiting().records()).isEqualTo(4);
    assertThat(publisher.counts().errors()).isEqualTo(1);
    assertThat(sent()).containsExactly("stations lyon/7 0");
    completeAll();
    assertThat(sent())
        .hasSize(4)
        .containsSubsequence("stations lyon/7 0", "stations lyon/7 1", "polls_topic gbfs-3/lyon 1")
        .containsSubsequence("stations lyon/7 0", "polls_topic gbfs-3/lyon 0");
  }

  @Test
  void whatTheProducerGaveBackIsSentAgain() throws Exception {
    publisher.close();
    publisher = publisher(producer(false), 1 << 20);
    publisher.open();
    Thread failing = Thread.ofVirtual().start(this::failFirst);
    publisher.publish(poll(0));
    failing.join();
    completeAll();
    assertThat(sent())
        .containsExactly("stations lyon/7 0", "stations lyon/7 0", "polls_topic gbfs-3/lyon 0");
  }

  @Test
  void whatKafkaNeverTakesIsToldAndDoesNotBlockTheRest() throws Exception {
    publisher.close();
    publisher = publisher(producer(true), 1 << 20);
    producer.sendException = new RecordTooLargeException("too large");
    publisher.open();
    assertThatThrownBy(() -> publisher.publish(poll(0)))
        .isInstanceOf(NotDeliveredException.class)
        .hasMessageContaining("RecordTooLargeException");
    assertThat(publisher.counts().refused()).isEqualTo(1);
    producer.sendException = null;
    publisher.publish(poll(1));
    assertThat(sent()).containsExactly("stations lyon/7 1", "polls_topic gbfs-3/lyon 1");
  }

  @Test
  void aFullSpoolIsALossThatIsCountedAndTold() throws Exception {
    publisher.close();
    publisher = publisher(producer(true), 1_000);
    publisher.publish(poll(0));
    assertThatThrownBy(() -> publisher.publish(poll(1)))
        .isInstanceOf(NotDeliveredException.class)
        .hasMessageContaining("2 records are not kept: the spool holds");
    assertThat(publisher.counts().lost()).isEqualTo(2);
  }

  @Test
  void whatWaitsAtTheEndIsSentByTheNextRun() throws Exception {
    publisher.publish(poll(0));
    publisher.close();
    publisher = publisher(producer(true), 1 << 20);
    publisher.open();
    await(() -> publisher.waiting().records() == 0);
    assertThat(headers()).as("who said it is another run").containsOnly("none");
    publisher.publish(poll(1));
    assertThat(sent())
        .containsExactly(
            "stations lyon/7 0",
            "polls_topic gbfs-3/lyon 0",
            "stations lyon/7 1",
            "polls_topic gbfs-3/lyon 1");
    assertThat(headers()).containsExactly("none", "none", "run-1", "run-1");
  }

  @Test
  void anInterruptedPollStillReachesTheDisk() throws Exception {
    publisher.close();
    publisher = publisher(producer(false), 1 << 20);
    publisher.open();
    Thread.currentThread().interrupt();
    publisher.publish(poll(0));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(publisher.waiting().records()).isEqualTo(2);
  }

  /** Such as after a right was withdrawn: that producer takes no record ever again. */
  @Test
  void aProducerThatIsBeyondHelpIsReplacedAndNothingIsLost() throws Exception {
    publisher.open();
    publisher.publish(poll(0));
    MockProducer<byte[], byte[]> broken = producer;
    broken.sendException = new ClusterAuthorizationException("not any more");
    makes = producer(true);
    makes.sendException = new ClusterAuthorizationException("still not");
    for (int second = 1; second <= 3; second++) {
      publisher.publish(poll(second));
    }
    assertThat(publisher.trouble())
        .isEqualTo("Kafka refuses this poller: ClusterAuthorizationException: not any more");
    assertThat(publisher.waiting().records()).isEqualTo(6);
    assertThat(broken.closed()).isTrue();
    assertThat(broken.history()).hasSize(2);

    now = now.plus(LiveProducer.FIRST_PAUSE);
    await(() -> String.valueOf(publisher.trouble()).endsWith("still not"));
    makes = producer(true);
    publisher.publish(poll(4));
    now = now.plus(LiveProducer.FIRST_PAUSE);
    publisher.publish(poll(5));
    assertThat(sent()).as("the pause is longer after each trial").isEmpty();
    now = now.plus(LiveProducer.FIRST_PAUSE);
    await(() -> publisher.waiting().records() == 0);
    assertThat(publisher.trouble()).isNull();
    assertThat(sent().stream().filter(s -> s.startsWith("stations")))
        .containsExactly(
            "stations lyon/7 1",
            "stations lyon/7 2",
            "stations lyon/7 3",
            "stations lyon/7 4",
            "stations lyon/7 5");
    publisher.publish(poll(6));
    assertThat(sent()).endsWith("stations lyon/7 6", "polls_topic gbfs-3/lyon 6");
    assertThat(publisher.counts().lost()).isZero();
  }

  @Test
  void whatItHasInHandWhenItBreaksIsSentByTheNextOne() throws Exception {
    publisher.close();
    publisher = publisher(producer(false), 1 << 20);
    publisher.open();
    publisher.publish(poll(0));
    MockProducer<byte[], byte[]> broken = producer;
    makes = producer(true);
    broken.errorNext(new ClusterAuthorizationException("not any more"));
    await(() -> publisher.trouble() != null);
    assertThat(broken.closed()).isTrue();
    now = now.plus(LiveProducer.FIRST_PAUSE);
    await(() -> publisher.waiting().records() == 0);
    assertThat(sent()).containsExactly("stations lyon/7 0", "polls_topic gbfs-3/lyon 0");
  }

  private void failFirst() {
    await(() -> producer.errorNext(new NotLeaderOrFollowerException("moved")));
  }

  private void completeAll() {
    await(
        () -> {
          producer.completeNext();
          return publisher.waiting().records() == 0;
        });
  }

  private MockProducer<byte[], byte[]> producer(boolean autoComplete) {
    producer =
        new MockProducer<>(
            autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
    return producer;
  }

  private SpoolingPublisher publisher(MockProducer<byte[], byte[]> to, long limit)
      throws IOException {
    makes = to;
    return new SpoolingPublisher(
        new LiveProducer(() -> makes, () -> now),
        TopicRecords.ofRun("stations", "run-1"),
        Spool.open(folder, limit),
        Duration.ofMillis(200));
  }

  private List<String> sent() {
    return producer.history().stream()
        .map(
            r ->
                "%s %s %d"
                    .formatted(
                        r.topic(),
                        new String(r.key(), StandardCharsets.UTF_8),
                        (r.timestamp() - START.toEpochMilli()) / 1_000))
        .toList();
  }

  private List<String> headers() {
    return producer.history().stream()
        .map(r -> r.headers().lastHeader("run"))
        .map(h -> h == null ? "none" : new String(h.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private static PollBatch poll(int second) {
    Instant polledAt = START.plusSeconds(second);
    return new PollBatch(
        List.of(ObservationBuilder.polledAt(polledAt).build()),
        List.of(),
        List.of(PollReportBuilder.startedAt(polledAt).of(Source.GBFS_3, "lyon").build()));
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
