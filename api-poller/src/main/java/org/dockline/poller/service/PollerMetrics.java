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

/** The same facts as on the health page, for Prometheus. */
public final class PollerMetrics implements Supplier<String> {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Watches these feeds. */
  public PollerMetrics(List<FeedLoop> feeds) {
    feeds.forEach(this::watch);
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
