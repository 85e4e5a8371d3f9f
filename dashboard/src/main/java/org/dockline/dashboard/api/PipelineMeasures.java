package org.dockline.dashboard.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dockline.dashboard.live.Board;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.pipeline.Measure;
import org.dockline.dashboard.pipeline.Measures;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.push.Moments;
import org.dockline.dashboard.warehouse.WarehouseWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline's figures as metrics, renewed every few seconds. */
public final class PipelineMeasures implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PipelineMeasures.class);

  private final LiveStations live;
  private final Moments moments;
  private final WarehouseWatch warehouse;
  private final Clock clock;
  private final MeterRegistry registry;
  private final Map<String, MultiGauge> gauges = new HashMap<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("measures").factory());

  /**
   * Begins.
   *
   * @param every how often the metrics are renewed
   */
  public PipelineMeasures(
      LiveStations live,
      Moments moments,
      WarehouseWatch warehouse,
      Clock clock,
      MeterRegistry registry,
      Duration every) {
    this.live = live;
    this.moments = moments;
    this.warehouse = warehouse;
    this.clock = clock;
    this.registry = registry;
    ScheduledFuture<?> unused =
        worker.scheduleWithFixedDelay(this::renew, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** As they are now. */
  List<Measure> now() {
    return Measures.of(
        live.current(),
        moments.current().map(Moment::board).orElse(Board.EMPTY),
        warehouse.state(),
        clock.instant());
  }

  private void renew() {
    try {
      Map<String, List<Measure>> byName =
          now().stream().collect(Collectors.groupingBy(Measure::name));
      byName.forEach(
          (name, measures) ->
              gauges
                  .computeIfAbsent(name, n -> MultiGauge.builder(n).register(registry))
                  .register(measures.stream().map(PipelineMeasures::row).toList(), true));
    } catch (RuntimeException e) {
      LOG.warn("The metrics could not be renewed: {}", e.toString());
    }
  }

  private static MultiGauge.Row<Number> row(Measure measure) {
    Tags tags =
        Tags.of(
            new TreeMap<>(measure.labels())
                .entrySet().stream().map(e -> Tag.of(e.getKey(), e.getValue())).toList());
    return MultiGauge.Row.of(tags, measure.value());
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
