package org.dockline.dashboard;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Arrays;
import java.util.Map;
import org.dockline.dashboard.login.LoginConfiguration;
import org.dockline.dashboard.login.LoginSettings;
import org.dockline.station.settings.InvalidSettingsException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the dashboard; settings come from the environment. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://dockline/app.css")
@StyleSheet("context://dockline/pages.css")
@Viewport("width=device-width, initial-scale=1")
@SpringBootApplication(exclude = SpringSecurityAutoConfiguration.class)
public class DashboardApplication implements AppShellConfigurator {

  private static final int WRONG_SETTINGS = 2;

  /** Runs until the process is told to stop. */
  public static void main(String[] args) {
    if (Arrays.asList(args).contains("--help")) {
      System.out.print(DashboardSettings.USAGE);
      return;
    }
    try {
      application(DashboardSettings.from(System.getenv())).run(args);
    } catch (InvalidSettingsException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_SETTINGS);
    }
  }

  /** The application with these settings, ready to run. */
  static SpringApplication application(DashboardSettings settings) {
    SpringApplication application = new SpringApplication(DashboardApplication.class);
    application.setDefaultProperties(
        Map.of(
            "server.address",
            settings.address(),
            "server.port",
            settings.port(),
            LoginConfiguration.WANTED,
            settings.login().kind() != LoginSettings.Kind.OFF));
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(DashboardSettings.class, () -> settings));
    return application;
  }
}
