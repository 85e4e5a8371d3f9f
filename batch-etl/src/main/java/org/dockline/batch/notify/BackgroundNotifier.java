package org.dockline.batch.notify;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers notices in the background, over each channel in order: whatever becomes of a delivery,
 * nobody waits for it and nothing fails with it.
 */
public final class BackgroundNotifier implements Notifier, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundNotifier.class);
  private static final int WAITING = 100;
  private static final Duration FLUSH = Duration.ofSeconds(2);

  private record Line(Channel channel, ExecutorService thread) {}

  private final List<Line> lines;
  private final Tries tries;
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Over these channels; none is fine. */
  public BackgroundNotifier(List<Channel> channels, Tries tries) {
    this.lines = channels.stream().map(c -> new Line(c, thread(c))).toList();
    this.tries = tries;
  }

  @Override
  public void tell(Notice notice) {
    LOG.info("{}", notice.subject());
    lines.forEach(line -> line.thread().execute(() -> deliver(line.channel(), notice)));
  }

  /** Gives what is on its way two more seconds. */
  @Override
  public void close() {
    lines.forEach(line -> line.thread().shutdown());
    try {
      for (Line line : lines) {
        line.thread().awaitTermination(FLUSH.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.countDown();
    lines.forEach(line -> line.thread().shutdownNow());
  }

  private void deliver(Channel channel, Notice notice) {
    for (int failures = 1; failures <= tries.most(); failures++) {
      try {
        channel.deliver(notice);
        LOG.info("Told by {}: {}", channel.name(), notice.subject());
        return;
      } catch (RefusedException e) {
        LOG.error("{} refuses '{}': {}", channel.name(), notice.subject(), e.getMessage());
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn("{} did not take '{}': {}", channel.name(), notice.subject(), reason(e));
        if (failures < tries.most() && !pause(tries.waitAfter(failures))) {
          return;
        }
      }
    }
    LOG.error("Given up: {} was not told '{}'", channel.name(), notice.subject());
  }

  /** Returns false when the end came first. */
  private boolean pause(Duration time) {
    try {
      return !ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** When too much waits, the oldest is dropped: the newest state matters most. */
  private static ExecutorService thread(Channel channel) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(WAITING),
        Thread.ofPlatform().daemon().name("notify " + channel.name()).factory(),
        (task, pool) -> {
          if (!pool.isShutdown()) {
            LOG.error("{}: too many notices wait; the oldest is dropped", channel.name());
            pool.getQueue().poll();
            pool.execute(task);
          }
        });
  }
}
