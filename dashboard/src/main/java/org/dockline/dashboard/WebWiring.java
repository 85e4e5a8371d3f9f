package org.dockline.dashboard;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.dockline.dashboard.api.ApiSettings;
import org.dockline.dashboard.api.PipelineMeasures;
import org.dockline.dashboard.api.RateLimit;
import org.dockline.dashboard.files.LiveFolder;
import org.dockline.dashboard.login.LoginSettings;
import org.dockline.dashboard.push.Moments;
import org.dockline.dashboard.text.Translations;
import org.dockline.dashboard.warehouse.WarehouseWatch;
import org.dockline.dashboard.web.FirstPage;
import org.dockline.dashboard.web.MapTiles;
import org.dockline.dashboard.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which part is made of which: what stands at the doors of the web server. */
@Configuration(proxyBeanMethods = false)
class WebWiring {

  private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);

  @Bean
  ApiSettings apiSettings(DashboardSettings settings) {
    return settings.api();
  }

  @Bean
  RateLimit rateLimit(DashboardSettings settings) {
    return new RateLimit(settings.api().requestsPerMinute());
  }

  @Bean(destroyMethod = "close")
  PipelineMeasures pipelineMeasures(
      LiveFolder live,
      Moments moments,
      WarehouseWatch warehouse,
      Clock clock,
      MeterRegistry registry) {
    return new PipelineMeasures(live, moments, warehouse, clock, registry, MEASURE_EVERY);
  }

  @Bean
  I18NProvider translations() {
    return new Translations();
  }

  @Bean
  LoginSettings loginSettings(DashboardSettings settings) {
    return settings.login();
  }

  @Bean
  MapTiles mapTiles(DashboardSettings settings) {
    return settings.tiles();
  }

  @Bean
  VaadinServiceInitListener firstPage(MapTiles tiles) {
    return new FirstPage(tiles);
  }

  @Bean
  SecurityHeaders securityHeaders(MapTiles tiles) {
    return new SecurityHeaders(tiles);
  }
}
