package org.dockline.dashboard;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the dashboard; settings come from the environment. */
@Push
@SpringBootApplication
public class DashboardApplication implements AppShellConfigurator {

  /** Runs until the process is told to stop. */
  public static void main(String[] args) {
    SpringApplication.run(DashboardApplication.class, args);
  }
}
