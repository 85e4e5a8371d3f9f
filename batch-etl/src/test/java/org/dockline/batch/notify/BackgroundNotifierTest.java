package org.dockline.batch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundNotifierTest {

  private static final Tries FAST = new Tries(3, Duration.ofMillis(1), Duration.ofMillis(2));

  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private int calls;

  @Test
  void triesAgainUntilItIsTaken() {
    Channel flaky =
        channel(
            notice -> {
              if (++calls % 3 != 0) {
                throw new IOException("busy");
              }
              delivered.add(notice.what());
            });
    try (BackgroundNotifier notifier = new BackgroundNotifier(List.of(flaky), FAST)) {
      notifier.tell(notice("one"));
      notifier.tell(notice("two"));
      await().until(() -> delivered.size() == 2);
    }
    assertThat(delivered).containsExactly("one", "two");
  }

  @Test
  void refusalAndEndlessFailureEndThereAndTheNextIsDelivered() {
    Channel picky =
        channel(
            notice -> {
              calls++;
              switch (notice.what()) {
                case "refused" -> throw new RefusedException("no");
                case "failing" -> throw new IllegalStateException("broken");
                default -> delivered.add(notice.what());
              }
            });
    try (BackgroundNotifier notifier = new BackgroundNotifier(List.of(picky), FAST)) {
      List.of("refused", "failing", "good").forEach(what -> notifier.tell(notice(what)));
      await().until(() -> delivered.size() == 1);
    }
    assertThat(calls).isEqualTo(1 + 3 + 1);
  }

  @Test
  void channelThatHangsHoldsNeitherTheCallerNorTheOthersNorTheEnd() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Channel hanging =
        channel(
            notice -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            });
    Channel good = channel(notice -> delivered.add(notice.what()));
    Instant start = Instant.now();
    try (BackgroundNotifier notifier = new BackgroundNotifier(List.of(hanging, good), FAST)) {
      for (int i = 0; i < 120; i++) {
        notifier.tell(notice("n" + i));
      }
      await().until(() -> delivered.contains("n119"));
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void waitsGrowToALimit() {
    Tries tries = new Tries(10, Duration.ofSeconds(2), Duration.ofMinutes(3));
    assertThat(tries.waitAfter(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(tries.waitAfter(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(tries.waitAfter(50)).isEqualTo(Duration.ofMinutes(3));
  }

  private interface Delivery {
    void deliver(Notice notice) throws IOException;
  }

  private static Channel channel(Delivery delivery) {
    return new Channel() {
      @Override
      public String name() {
        return "a test";
      }

      @Override
      public void deliver(Notice notice) throws IOException {
        delivery.deliver(notice);
      }
    };
  }

  private static Notice notice(String what) {
    return new Notice(
        Notice.Kind.FAILURE, "load", Instant.parse("2026-01-10T04:00:00Z"), what, List.of());
  }
}
