package org.dockline.station.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTest {

  @Test
  void tellsWhatDidNotRunAndWhy() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LauncherFactory.create(withoutTheListenersOfThisRun())
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Rainy.class)).build(),
            new SkippedTests(new PrintStream(printed, true, UTF_8)));
    assertThat(printed.toString(UTF_8).lines())
        .containsExactlyInAnyOrder(
            "SKIPPED " + Rainy.class.getName() + " off(): because of rain",
            "SKIPPED " + Rainy.class.getName() + " without(): because there is no umbrella");
  }

  private static LauncherConfig withoutTheListenersOfThisRun() {
    return LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
  }

  /** Not found by Surefire, which leaves nested static classes alone. */
  static class Rainy {
    @Test
    @Disabled("because of rain")
    void off() {}

    @Test
    void without() {
      Assumptions.abort("because there is no umbrella");
    }

    @Test
    void runs() {
      assertThat(1).isPositive();
    }
  }
}
