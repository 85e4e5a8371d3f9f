package org.dockline.poller.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dockline.poller.kafka.KafkaTopics;
import org.dockline.poller.kafka.TopicContradictionException;
import org.dockline.poller.kafka.TopicPlan;
import org.jspecify.annotations.Nullable;

/**
 * The topics that a recording is played into: Kafka deletes by record time, so what is old would
 * vanish before anybody has loaded it.
 *
 * @param brokers where Kafka is
 * @param plans the topics
 * @param clock for retention
 * @param stop ends waiting when it is opened
 * @param complaints told of what is changed for good
 */
record ReplayTopics(
    String brokers,
    List<TopicPlan> plans,
    InstantSource clock,
    CountDownLatch stop,
    Consumer<String> complaints) {

  private static final int ATTEMPTS = 5;

  /**
   * Makes the topics, and lets them keep records as long as is asked.
   *
   * @param days by which the recording is shifted
   * @param keepDays how long they are to keep records; null leaves them as they are
   * @throws IllegalArgumentException when the topics would not keep it
   */
  void refuseWhatWouldVanish(ReplaySpan span, int days, @Nullable Integer keepDays)
      throws IOException, TopicContradictionException, InterruptedException {
    try (KafkaTopics topics = KafkaTopics.at(brokers)) {
      ensure(topics);
      for (TopicPlan plan : plans) {
        Duration retention = topics.findRetention(plan.name()).orElse(null);
        if (keepDays != null && retention != null) {
          retention = keep(topics, plan.name(), keepDays, retention);
        }
        var refusal = span.refusal(days, retention, clock.instant());
        if (refusal.isPresent()) {
          throw new IllegalArgumentException(refusal.orElseThrow());
        }
      }
    }
  }

  /** Tells how long the topic keeps records from now on; a broker need not know that at once. */
  private Duration keep(KafkaTopics topics, String topic, int days, Duration retention)
      throws IOException, InterruptedException {
    Duration wanted = Duration.ofDays(days);
    topics
        .keepAtLeast(topic, wanted)
        .ifPresent(before -> complaints.accept(kept(topic, days, before)));
    return wanted.compareTo(retention) > 0 ? wanted : retention;
  }

  /** A broker may not know at once of a topic that it has just made. */
  private void ensure(KafkaTopics topics)
      throws IOException, TopicContradictionException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        topics.ensure(plans);
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS || stop.await(500, TimeUnit.MILLISECONDS)) {
          throw e;
        }
      }
    }
  }

  private static String kept(String topic, int days, Duration before) {
    return "%s keeps records for %d days from now on; set its retention.ms back to %d when the replay is loaded"
        .formatted(topic, days, before.toMillis());
  }
}
