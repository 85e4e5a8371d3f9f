package org.dockline.poller.service;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.dockline.poller.kafka.SpoolingPublisher;
import org.dockline.poller.polling.StationFeed;

/** The facts of the health page and more, for Prometheus. */
public final class PollerMetrics implements Supplier<String> {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final InstantSource clock;
  private final Duration interval;

  /**
   * Watches nothing yet.
   *
   * @param interval how often each feed is polled
   */
  public PollerMetrics(Duration interval, InstantSource clock) {
    this.interval = interval;
    this.clock = clock;
  }

  /** Watches the way to Kafka too. */
  public PollerMetrics with(SpoolingPublisher publisher) {
    gauge("dockline.spool.records", publisher, p -> p.waiting().records());
    gauge("dockline.spool.bytes", publisher, p -> p.waiting().bytes());
    count("dockline.spool.lost", publisher, p -> p.counts().lost());
    count("dockline.kafka.refused", publisher, p -> p.counts().refused());
    count("dockline.kafka.errors", publisher, p -> p.counts().errors());
    return this;
  }

  private void gauge(
      String name, SpoolingPublisher publisher, ToDoubleFunction<SpoolingPublisher> value) {
    Gauge.builder(name, publisher, value).register(registry);
  }

  private void count(
      String name, SpoolingPublisher publisher, ToDoubleFunction<SpoolingPublisher> value) {
    FunctionCounter.builder(name, publisher, value).register(registry);
  }

  @Override
  public String get() {
    return registry.scrape();
  }

  /** The same feed, its answers counted. */
  public StationFeed metered(StationFeed feed) {
    return new MeteredFeed(feed, registry);
  }

  /** Watches another part of the poller. */
  public void watch(MeterBinder part) {
    part.bindTo(registry);
  }

  /** Watches a feed. */
  public void watch(FeedLoop loop) {
    count("dockline.polls", loop, FeedStatus::polls);
    count("dockline.poll.failures", loop, FeedStatus::failures);
    count("dockline.stations.sent", loop, FeedStatus::sent);
    count("dockline.stations.unchanged", loop, FeedStatus::unchanged);
    count("dockline.rejected", loop, FeedStatus::rejected);
    gauge("dockline.last.success.seconds", loop, PollerMetrics::lastSuccess);
    gauge("dockline.last.success.age.seconds", loop, this::age);
    gauge("dockline.feed.up", loop, this::up);
  }

  private void count(String name, FeedLoop loop, ToDoubleFunction<FeedStatus> value) {
    FunctionCounter.builder(name, loop, l -> value.applyAsDouble(l.status()))
        .tags(Tags.of("feed", loop.feed()))
        .register(registry);
  }

  private void gauge(String name, FeedLoop loop, ToDoubleFunction<FeedLoop> value) {
    Gauge.builder(name, loop, value).tags(Tags.of("feed", loop.feed())).register(registry);
  }

  private static double lastSuccess(FeedLoop loop) {
    Instant last = loop.status().lastSuccess();
    return last == null ? Double.NaN : last.getEpochSecond();
  }

  private double age(FeedLoop loop) {
    Instant last = loop.status().lastSuccess();
    return last == null ? Double.NaN : Duration.between(last, clock.instant()).toMillis() / 1_000.0;
  }

  /** 1 while the last success is at most two intervals old, or the feed rests. */
  private double up(FeedLoop loop) {
    return loop.rests() || PollerHealth.inTime(loop.status(), interval, clock.instant()) ? 1 : 0;
  }
}
