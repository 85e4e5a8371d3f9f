package org.dockline.dashboard;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets tests start the dashboard as its main method does. */
public final class DashboardLauncher {

  private DashboardLauncher() {}

  /** Runs until the context is closed. */
  public static ConfigurableApplicationContext start(Map<String, String> settings) {
    return DashboardApplication.application(DashboardSettings.from(settings)).run();
  }
}
