package org.dockline.poller.service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dockline.poller.kafka.KafkaTopics;
import org.dockline.poller.kafka.TopicContradictionException;
import org.dockline.poller.kafka.TopicPlan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to the topics and runs every feed in a thread of its own until it is told to stop. When
 * Kafka does not answer at first, the feeds run at once and their polls wait in the spool.
 */
public final class PollerService {

  private static final Logger LOG = LoggerFactory.getLogger(PollerService.class);

  private static final Duration LAST_DELIVERY = Duration.ofSeconds(3);

  /** What was broken off still goes to the disk. */
  private static final Duration LAST_SPOOLING = Duration.ofMillis(500);

  private static final Duration TOPICS_AGAIN = Duration.ofSeconds(3);

  private final List<FeedLoop> feeds;
  private final List<TopicPlan> topics;
  private final String bootstrapServers;
  private final InstantSource clock;
  private final Stop stop;
  private final Opening opening;
  private volatile @Nullable String waitingFor = "the topics are not checked yet";

  /** What is done once, when the topics are found to be as they must be. */
  @FunctionalInterface
  public interface Opening {
    /** Lets records through. */
    void open() throws InterruptedException;
  }

  /** Starts nothing yet. */
  public PollerService(
      List<FeedLoop> feeds,
      List<TopicPlan> topics,
      String bootstrapServers,
      InstantSource clock,
      Stop stop,
      Opening opening) {
    this.feeds = List.copyOf(feeds);
    this.topics = List.copyOf(topics);
    this.bootstrapServers = bootstrapServers;
    this.clock = clock;
    this.stop = stop;
    this.opening = opening;
  }

  /** What keeps records from being sent; null once nothing does. */
  public @Nullable String waitingFor() {
    return waitingFor;
  }

  /**
   * Works until it is told to stop.
   *
   * @throws TopicContradictionException when a topic must not be used as it is
   * @throws InterruptedException when this thread is told to stop
   */
  public void run() throws TopicContradictionException, InterruptedException {
    List<Thread> threads = new ArrayList<>();
    try (KafkaTopics admin = KafkaTopics.at(bootstrapServers)) {
      boolean ready = ready(admin);
      for (FeedLoop feed : feeds) {
        threads.add(Thread.ofVirtual().name(feed.feed()).start(feed));
      }
      while (!ready && !stop.before(clock.instant().plus(TOPICS_AGAIN), clock)) {
        ready = ready(admin);
      }
      stop.await();
    } finally {
      stop.now();
      end(threads);
    }
  }

  /** A poll under way may still deliver; one that hangs is broken off. */
  private void end(List<Thread> threads) throws InterruptedException {
    Instant deadline = clock.instant().plus(LAST_DELIVERY);
    for (Thread thread : threads) {
      Duration left = Duration.between(clock.instant(), deadline);
      if (!left.isPositive() || !thread.join(left)) {
        thread.interrupt();
      }
    }
    for (Thread thread : threads) {
      thread.join(LAST_SPOOLING);
    }
  }

  private boolean ready(KafkaTopics admin)
      throws TopicContradictionException, InterruptedException {
    try {
      admin.ensure(topics);
      waitingFor = null;
      opening.open();
      return true;
    } catch (IOException e) {
      waitingFor = e.getMessage();
      LOG.warn("Polls wait in the spool for the topics: {}", e.getMessage());
      return false;
    }
  }
}
