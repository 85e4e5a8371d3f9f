package org.dockline.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.dockline.dashboard.files.LiveFolder;
import org.dockline.dashboard.files.RecentFolder;
import org.dockline.dashboard.history.ServedHistory;
import org.dockline.dashboard.history.ServedInsights;
import org.dockline.dashboard.history.ServedReplay;
import org.dockline.dashboard.playback.ReplayFiles;
import org.dockline.dashboard.push.Moments;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.view.Services;
import org.dockline.dashboard.warehouse.FeedWatch;
import org.dockline.dashboard.warehouse.WarehouseDoor;
import org.dockline.dashboard.warehouse.WarehouseWatch;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.jdbc.JdbcAnalystViews;
import org.dockline.warehouse.jdbc.JdbcInsights;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which part is made of which: what is read, joined and shown. */
@Configuration(proxyBeanMethods = false)
class Wiring {

  /** Well under the half second in which a page is to see a new snapshot. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** Counts fade minutes after their last poll, so this need not be often. */
  private static final Duration FADE_EVERY = Duration.ofSeconds(30);

  private static final int BACKGROUND_THREADS = 4;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SnapshotFolder snapshots(DashboardSettings settings) {
    return settings.snapshots().open();
  }

  @Bean(destroyMethod = "close")
  LiveFolder liveStations(SnapshotFolder snapshots) {
    return new LiveFolder(snapshots, LOOK_EVERY);
  }

  @Bean(destroyMethod = "close")
  Moments moments(LiveFolder live, Clock clock) {
    return new Moments(live, clock, FADE_EVERY);
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService background() {
    return Executors.newFixedThreadPool(
        BACKGROUND_THREADS, Thread.ofPlatform().daemon().name("history-", 0).factory());
  }

  @Bean
  Contracts contracts(DashboardSettings settings, LiveFolder live) {
    Contracts contracts = new Contracts(settings.contractZones());
    live.listen(snapshot -> contracts.learn(snapshot.facts().contracts()));
    live.current().ifPresent(snapshot -> contracts.learn(snapshot.facts().contracts()));
    return contracts;
  }

  @Bean
  RecentFolder recent(SnapshotFolder snapshots) {
    return new RecentFolder(snapshots);
  }

  @Bean
  ServedHistory history(DashboardSettings settings, RecentFolder recent, WarehouseDoor door) {
    return new ServedHistory(openedBy(settings, door), recent);
  }

  @Bean(destroyMethod = "close")
  @Nullable JdbcInsights warehouseInsights(DashboardSettings settings) {
    WarehouseLogin login = settings.warehouse();
    return login == null ? null : JdbcInsights.of(login);
  }

  @Bean
  ServedInsights insights(
      DashboardSettings settings,
      WarehouseDoor door,
      ObjectProvider<JdbcInsights> insights,
      ServedHistory history,
      RecentFolder recent) {
    return new ServedInsights(openedBy(settings, door), insights::getObject, history, recent);
  }

  @Bean
  ServedReplay replay(
      DashboardSettings settings,
      WarehouseDoor door,
      ObjectProvider<JdbcInsights> insights,
      RecentFolder recent) {
    return new ServedReplay(openedBy(settings, door), insights::getObject, recent);
  }

  @Bean
  ReplayFiles replayFiles(ServedReplay replays, ServedInsights insights, Clock clock) {
    return new ReplayFiles(replays, insights, clock);
  }

  @Bean
  WarehouseWatch warehouseWatch(DashboardSettings settings, WarehouseDoor door, Clock clock) {
    return new WarehouseWatch(openedBy(settings, door), clock);
  }

  @Bean
  FeedWatch feedWatch(ObjectProvider<JdbcInsights> insights) {
    return new FeedWatch(insights::getObject);
  }

  private static @Nullable Supplier<Warehouse> openedBy(
      DashboardSettings settings, WarehouseDoor door) {
    return settings.warehouse() == null ? null : door;
  }

  @Bean
  Services services(
      LiveFolder live,
      Moments moments,
      ServedHistory history,
      ServedInsights insights,
      WarehouseWatch warehouse,
      FeedWatch feeds,
      Contracts contracts,
      ExecutorService background,
      Clock clock) {
    return new Services(
        live, moments, history, insights, warehouse, feeds, contracts, background, clock);
  }

  @Bean(destroyMethod = "close")
  @Nullable JdbcAnalystViews analystViews(DashboardSettings settings) {
    WarehouseLogin login = settings.warehouse();
    return login == null ? null : JdbcAnalystViews.of(login);
  }

  @Bean(destroyMethod = "close")
  WarehouseDoor warehouse(DashboardSettings settings, Clock clock) {
    WarehouseLogin login = settings.warehouse();
    return new WarehouseDoor(
        () -> {
          if (login == null) {
            throw new WarehouseException("no warehouse is configured");
          }
          return JdbcWarehouse.open(login, clock);
        },
        clock);
  }
}
