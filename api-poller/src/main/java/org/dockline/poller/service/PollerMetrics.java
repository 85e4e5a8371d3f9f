package org.dockline.poller.service;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.dockline.poller.kafka.SpoolingPublisher;

/** The same facts as on the health page, for Prometheus. */
public final class PollerMetrics implements Supplier<String> {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Watches these feeds. */
  public PollerMetrics(List<FeedLoop> feeds) {
    feeds.forEach(this::watch);
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

  private void watch(FeedLoop loop) {
    count("dockline.polls", loop, s -> s.polls());
    count("dockline.poll.failures", loop, s -> s.failures());
    count("dockline.stations.sent", loop, s -> s.sent());
    count("dockline.rejected", loop, s -> s.rejected());
    Gauge.builder("dockline.last.success.seconds", loop, PollerMetrics::lastSuccess)
        .tags(Tags.of("feed", loop.feed()))
        .register(registry);
  }

  private void count(String name, FeedLoop loop, ToDoubleFunction<FeedStatus> value) {
    FunctionCounter.builder(name, loop, l -> value.applyAsDouble(l.status()))
        .tags(Tags.of("feed", loop.feed()))
        .register(registry);
  }

  private static double lastSuccess(FeedLoop loop) {
    Instant last = loop.status().lastSuccess();
    return last == null ? Double.NaN : last.getEpochSecond();
  }
}
