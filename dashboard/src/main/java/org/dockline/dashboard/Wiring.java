package org.dockline.dashboard;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.dockline.dashboard.files.LiveFolder;
import org.dockline.dashboard.files.RecentFolder;
import org.dockline.dashboard.history.ServedHistory;
import org.dockline.dashboard.push.Moments;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Translations;
import org.dockline.dashboard.view.Services;
import org.dockline.dashboard.warehouse.WarehouseDoor;
import org.dockline.dashboard.warehouse.WarehouseWatch;
import org.dockline.dashboard.web.FirstPage;
import org.dockline.dashboard.web.SecurityHeaders;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which part is made of which. */
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
  Services services(
      DashboardSettings settings,
      SnapshotFolder snapshots,
      LiveFolder live,
      Moments moments,
      WarehouseDoor door,
      ExecutorService background,
      Clock clock) {
    @Nullable Supplier<Warehouse> warehouse = settings.warehouse() == null ? null : door;
    Contracts contracts = new Contracts(settings.contractZones());
    live.listen(snapshot -> contracts.learn(snapshot.facts().contracts()));
    live.current().ifPresent(snapshot -> contracts.learn(snapshot.facts().contracts()));
    return new Services(
        live,
        moments,
        new ServedHistory(warehouse, new RecentFolder(snapshots)),
        new WarehouseWatch(warehouse, clock),
        contracts,
        background,
        clock);
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

  @Bean
  I18NProvider translations() {
    return new Translations();
  }

  @Bean
  VaadinServiceInitListener firstPage() {
    return new FirstPage();
  }

  @Bean
  SecurityHeaders securityHeaders() {
    return new SecurityHeaders();
  }
}
