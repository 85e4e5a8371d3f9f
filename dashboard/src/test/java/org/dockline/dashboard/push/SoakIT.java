package org.dockline.dashboard.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.dockline.dashboard.files.LiveFolder;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.dockline.dashboard.testing.PageClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * A dashboard that has shown a day of snapshots and been opened thousands of times holds what it
 * held before. Snapshots follow each other as fast as they are read, so the day is short.
 */
class SoakIT {

  private static final boolean LONG = Boolean.getBoolean("dockline.long");
  private static final int SNAPSHOTS = LONG ? 8_640 : 40;
  private static final int OPENINGS = LONG ? 10_000 : 20;
  private static final int WARM_UP = 10;
  private static final int BROWSERS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TELL_EVERY = 500;
  private static final double GROWTH = 1.05;

  @TempDir static Path folder;
  private static @Nullable DashboardUnderTest started;

  private final Moments moments = dashboard().context().getBean(Moments.class);

  /** The dashboard's own, which no page's coming and going changes. */
  private final int standing = moments.listeners();

  @BeforeAll
  static void start() {
    started = DashboardUnderTest.start(folder);
  }

  @AfterAll
  static void stop() {
    dashboard().close();
  }

  @Test
  void pagesThatWereLeftAreForgotten() throws Exception {
    List<HttpClient> browsers = Stream.generate(PageClient::browser).limit(BROWSERS).toList();
    PageClient staying = open(browsers.getFirst(), 0);
    soak(staying, browsers, SNAPSHOTS / WARM_UP, OPENINGS / WARM_UP);
    long before = heap();
    soak(staying, browsers, SNAPSHOTS, OPENINGS);
    long after = heap();
    System.out.printf("heap after collection: %,d, then %,d bytes%n", before, after);

    long heard = staying.received();
    until("a page that stayed is still told", () -> publish() && staying.received() > heard);
    staying.leave();
    until("nothing is told of snapshots for pages that were left", this::onlyOwnListeners);
    if (LONG) {
      assertThat((double) after).isLessThan(before * GROWTH);
    }
  }

  @Test
  void pagesThatVanishedAreForgottenWithTheirSession() throws Exception {
    for (int page = 0; page < BROWSERS; page++) {
      open(PageClient.browser(), page).vanish();
    }
    assertThat(moments.listeners()).isEqualTo(standing + BROWSERS);

    for (Session session : sessions()) {
      session.expire();
    }
    until("nothing is told of snapshots for sessions that ended", this::onlyOwnListeners);
  }

  /** Snapshots come while pages are opened, looked at and left. */
  private void soak(PageClient staying, List<HttpClient> browsers, int snapshots, int openings)
      throws Exception {
    int published = 0;
    for (int opened = 1; opened <= openings; opened++) {
      PageClient page = open(browsers.get(opened % browsers.size()), opened);
      for (; published < (long) snapshots * opened / openings; published++) {
        publish();
      }
      page.leave();
      if (opened % TELL_EVERY == 0) {
        staying.beat();
        System.out.printf(
            "%s %,d snapshots, %,d openings, heap %,d bytes%n",
            Instant.now(), published, opened, used());
      }
    }
  }

  private PageClient open(HttpClient browser, int number) throws Exception {
    String query = number % 2 == 0 ? "contract=lyon" : "contract=lyon&station=7";
    return PageClient.open(browser, dashboard().address(), query);
  }

  private boolean publish() {
    dashboard().publish(List.of());
    dashboard().context().getBean(LiveFolder.class).look();
    return true;
  }

  private boolean onlyOwnListeners() {
    return moments.listeners() == standing;
  }

  private Session[] sessions() {
    WebServerApplicationContext context = (WebServerApplicationContext) dashboard().context();
    TomcatWebServer server = (TomcatWebServer) context.getWebServer();
    Container[] applications = server.getTomcat().getHost().findChildren();
    return ((Context) applications[0]).getManager().findSessions();
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    boolean held = holds.getAsBoolean();
    while (!held && Instant.now().isBefore(end)) {
      Thread.sleep(20);
      held = holds.getAsBoolean();
    }
    assertThat(held).as("%s, within %s", what, PATIENCE).isTrue();
  }

  /** Collected, in the long run: the least of several, for sockets take their time to close. */
  private static long heap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < (LONG ? 8 : 1); i++) {
      System.gc();
      Thread.sleep(LONG ? 500 : 1);
      least = Math.min(least, used());
    }
    return least;
  }

  private static long used() {
    Runtime jvm = Runtime.getRuntime();
    return jvm.totalMemory() - jvm.freeMemory();
  }

  private static DashboardUnderTest dashboard() {
    return Objects.requireNonNull(started, "started before each test");
  }
}
