package org.dockline.dashboard;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Lets tests start the dashboard as its main method does. */
public final class DashboardLauncher {

  private DashboardLauncher() {}

  /** Runs until the context is closed, by that clock. */
  public static ConfigurableApplicationContext start(Map<String, String> settings, Clock clock) {
    SpringApplication application =
        DashboardApplication.application(DashboardSettings.from(settings));
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean("ours", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    return application.run();
  }
}
