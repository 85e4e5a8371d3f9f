package org.dockline.poller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedClientTest {

  private static final FeedClient.Timeouts PATIENT =
      new FeedClient.Timeouts(
          Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

  private final MockWebServer server = new MockWebServer();
  private final FeedClient client = FeedClient.of(PATIENT, 100_000);
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            if (request.getTarget().equals("/slow")) {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
              inside.decrementAndGet();
            }
            return new MockResponse.Builder().body("[]").build();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    release.countDown();
    client.close();
    server.close();
  }

  /** Twice as many feeds as a host is given room for: the others wait, another host does not. */
  @Test
  void aHostIsAskedByAFewAtOnceAndDelaysNoOther() throws Exception {
    List<Thread> slow = new ArrayList<>();
    for (int i = 0; i < 2 * FeedClient.CALLS_PER_HOST; i++) {
      slow.add(Thread.ofVirtual().start(() -> client.get(at("127.0.0.1", "/slow"), Map.of())));
    }
    await()
        .during(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(inside).hasValue(FeedClient.CALLS_PER_HOST));
    // The same machine under another name is another host.
    assertThat(client.get(at("localhost", "/"), Map.of())).isInstanceOf(Reply.Received.class);
    assertThat(inside.get()).isEqualTo(FeedClient.CALLS_PER_HOST);
    release.countDown();
    for (Thread thread : slow) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(most.get()).isEqualTo(FeedClient.CALLS_PER_HOST);
  }

  @Test
  void whoWaitsForRoomIsBrokenOffWithTheProcess() throws Exception {
    for (int i = 0; i < FeedClient.CALLS_PER_HOST; i++) {
      Thread.ofVirtual().start(() -> client.get(at("127.0.0.1", "/slow"), Map.of()));
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (inside.get() < FeedClient.CALLS_PER_HOST && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    List<Reply> replies = new ArrayList<>();
    Thread waiting =
        Thread.ofVirtual().start(() -> replies.add(client.get(at("127.0.0.1", "/slow"), Map.of())));
    waiting.interrupt();
    assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
    assertThat(replies)
        .containsExactly(new Reply.Failed(null, "the call was broken off", Duration.ZERO));
  }

  @Test
  void aSmallPackageThatUnpacksToAHugeAnswerIsRefused() throws Exception {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      for (int i = 0; i < 5_000; i++) {
        sink.writeUtf8("0".repeat(1_000));
      }
    }
    assertThat(packed.size()).isLessThan(20_000);
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      other.enqueue(
          new MockResponse.Builder().body(packed).addHeader("Content-Encoding", "gzip").build());
      assertThat(client.get(other.url("/"), Map.of()))
          .isInstanceOfSatisfying(
              Reply.Failed.class,
              f -> assertThat(f.reason()).isEqualTo("the answer is larger than 100000 bytes"));
    }
  }

  /** Bytes keep coming, but never enough: the limit of the whole call ends it. */
  @Test
  void anAnswerThatTricklesEndsInTime() throws Exception {
    FeedClient.Timeouts impatient =
        new FeedClient.Timeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(700));
    try (MockWebServer other = new MockWebServer();
        FeedClient hasty = FeedClient.of(impatient, 100_000)) {
      other.start();
      other.enqueue(
          new MockResponse.Builder()
              .body("[" + " ".repeat(10_000) + "]")
              .throttleBody(10, 100, TimeUnit.MILLISECONDS)
              .build());
      Reply reply = hasty.get(other.url("/"), Map.of());
      assertThat(reply.latency()).isLessThan(Duration.ofSeconds(5));
      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Received.class, r -> assertThat(r.body().size()).isLessThan(1_000));
    }
  }

  private HttpUrl at(String host, String path) {
    return server.url(path).newBuilder().host(host).build();
  }
}
