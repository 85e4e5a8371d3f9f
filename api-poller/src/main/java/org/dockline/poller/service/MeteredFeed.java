package org.dockline.poller.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dockline.poller.polling.Exchange;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.OneSided;
import org.dockline.poller.polling.Standing;
import org.dockline.poller.polling.StationFeed;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;

/** A feed whose answers are counted: how long they take, what is in them, what is wrong. */
final class MeteredFeed implements StationFeed {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  /** Texts of providers must not make series without end. */
  private static final int MOST_REASONS = 50;

  private final StationFeed feed;
  private final MeterRegistry registry;
  private final Tags tags;
  private final Timer latency;
  private final Counter impossibleTimes;
  private final AtomicInteger stations;
  private final AtomicInteger withoutStatus;
  private final AtomicInteger withoutInformation;
  private final Set<String> reasons = ConcurrentHashMap.newKeySet();

  MeteredFeed(StationFeed feed, MeterRegistry registry) {
    this.feed = feed;
    this.registry = registry;
    this.tags = Tags.of("feed", feed.toString());
    this.latency =
        Timer.builder("dockline.poll.latency")
            .tags(tags)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    this.impossibleTimes = registry.counter("dockline.impossible.times", tags);
    this.stations = gauge("dockline.stations", tags);
    this.withoutStatus = gauge("dockline.stations.one.sided", tags.and("lacks", "status"));
    this.withoutInformation =
        gauge("dockline.stations.one.sided", tags.and("lacks", "information"));
  }

  @Override
  public String scope() {
    return feed.scope();
  }

  @Override
  public FeedAnswer poll(Instant polledAt) {
    FeedAnswer answer = feed.poll(polledAt);
    switch (answer) {
      case FeedAnswer.Stations s -> count(s);
      case FeedAnswer.NotModified n -> count(n.exchange());
      case FeedAnswer.Unexpired u -> {
        // Nobody was asked.
      }
      case FeedAnswer.Unavailable u -> {
        count(u.exchange());
        count(u.rejections());
      }
    }
    return answer;
  }

  @Override
  public Standing standing() {
    return feed.standing();
  }

  @Override
  public String toString() {
    return feed.toString();
  }

  private void count(FeedAnswer.Stations s) {
    count(s.exchange());
    count(s.rejections());
    int distinct = (int) s.stations().stream().map(StationObservation::key).distinct().count();
    int doubles = s.stations().size() - distinct;
    if (doubles > 0) {
      reason("duplicate station").increment(doubles);
    }
    impossibleTimes.increment(s.impossibleTimes());
    stations.set(distinct);
    OneSided oneSided = s.oneSided();
    withoutStatus.set(oneSided.withoutStatus());
    withoutInformation.set(oneSided.withoutInformation());
  }

  private void count(Exchange exchange) {
    latency.record(exchange.latency());
  }

  private void count(List<Rejection> rejections) {
    rejections.forEach(r -> reason(label(r)).increment());
  }

  private Counter reason(String label) {
    boolean room = reasons.size() < MOST_REASONS || reasons.contains(label);
    String bounded = room ? label : "other";
    reasons.add(bounded);
    return registry.counter("dockline.rejected.by.reason", tags.and("reason", bounded));
  }

  /** The kind of the defect, without what is particular to one record. */
  private static String label(Rejection r) {
    String kind = r.reason().split("[:('\\[]", 2)[0].strip();
    return r.field() == null ? kind : r.field() + " " + kind;
  }

  private AtomicInteger gauge(String name, Tags own) {
    return Objects.requireNonNull(registry.gauge(name, own, new AtomicInteger()));
  }
}
