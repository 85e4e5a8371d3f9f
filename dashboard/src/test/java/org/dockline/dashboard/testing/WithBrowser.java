package org.dockline.dashboard.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** Tests that share a reader and a dashboard, which {@link #start} starts before the first. */
public abstract class WithBrowser {

  private static @Nullable Browsing browsing;

  @BeforeAll
  static void needsABrowser() {
    Assumptions.assumeTrue(
        Chromium.present(), "skipped: /usr/bin/chromium is missing; apt-get install chromium");
  }

  /** Starts both. */
  protected static void start(Path folder, Map<String, String> further) {
    browsing = Browsing.start(folder, further);
  }

  @AfterAll
  static void stop() {
    if (browsing != null) {
      browsing.close();
      browsing = null;
    }
  }

  @AfterEach
  void leave() {
    browsing().leave();
  }

  /** Who reads. */
  protected static Browsing browsing() {
    return Objects.requireNonNull(browsing, "started before each test");
  }

  /** What is read. */
  protected static DashboardUnderTest dashboard() {
    return browsing().dashboard();
  }
}
