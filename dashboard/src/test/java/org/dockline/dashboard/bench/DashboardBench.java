package org.dockline.dashboard.bench;

import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dockline.dashboard.testing.Chromium;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.dashboard.testing.PageClient;
import org.dockline.dashboard.testing.SnapshotFolder;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;

/**
 * What the pages cost: first paint and bytes of a first visit, bytes of a push and how long it
 * takes from the snapshot to the page, in a browser; and a hundred open pages on one core. The
 * dashboard has one core and 512 MiB of heap; the browser has what is left.
 */
public final class DashboardBench {

  private static final String[] CITIES = {
    "lyon", "bruxelles", "toulouse", "dublin", "seville", "luxembourg", "vilnius", "toyama"
  };

  /** One station in six changes between two polls. */
  private static final int CHANGING = 6;

  private static final int PUSHES = 15;
  private static final int PAGES = 100;
  private static final long EVERY_MILLIS = 2_000;

  private final Path folder;
  private final SnapshotFolder snapshots;
  private final MadeUpCities cities;
  private final Clock clock = Clock.systemUTC();
  private int batch;

  private DashboardBench(int stations) throws Exception {
    folder = Files.createTempDirectory("dockline-pages");
    snapshots = new SnapshotFolder(folder);
    cities = new MadeUpCities(stations / CITIES.length, CITIES);
  }

  /** Prints a table; arguments: numbers of stations. */
  public static void main(String[] args) throws Exception {
    System.out.println("| stations | what | figure |");
    System.out.println("|---|---|---|");
    List<String> sizes = args.length == 0 ? List.of("2400", "35000") : List.of(args);
    for (String stations : sizes) {
      new DashboardBench(Integer.parseInt(stations)).measure(Integer.parseInt(stations));
    }
  }

  private void measure(int stations) throws Exception {
    int port = OneCore.freePort();
    publish();
    Process dashboard = OneCore.dashboard(folder, port);
    String address = "http://127.0.0.1:" + port;
    try {
      OneCore.await(port, "/live/stations.json");
      if (Chromium.present()) {
        inABrowser(stations, address);
      } else {
        System.err.println("skipped the browser's part: /usr/bin/chromium is missing");
      }
      manyPages(stations, address, dashboard);
    } finally {
      OneCore.end(dashboard);
    }
  }

  private void inABrowser(int stations, String address) throws Exception {
    try (Chromium chromium = Chromium.start()) {
      try (Visit warmUp = Visit.to(chromium, address, stations)) {
        publishTo(warmUp.page());
      }
      try (Visit visit = Visit.to(chromium, address, stations)) {
        row(stations, "first contentful paint", "%,.0f ms", visit.firstPaintMillis());
        row(stations, "figures and map filled", "%,.0f ms", visit.usefulMillis());
        row(stations, "first visit, over the wire", "%,.0f kB", visit.bytes() / 1e3);
        List<Long> delays = new ArrayList<>();
        long before = visit.pushed();
        for (int i = 0; i < PUSHES; i++) {
          delays.add(publishTo(visit.page()));
        }
        delays.sort(null);
        row(stations, "a push", "%,.1f kB", (visit.pushed() - before) / 1e3 / PUSHES);
        row(stations, "snapshot to page, median", "%,.0f ms", delays.get(PUSHES / 2));
        row(stations, "snapshot to page, slowest", "%,.0f ms", delays.getLast());
      }
    }
  }

  private long publishTo(Page page) throws InterruptedException {
    Thread.sleep(EVERY_MILLIS / 4);
    String version = page.locator("#station-map").getAttribute("data-version");
    long published = publish();
    page.waitForFunction(
        "before => document.querySelector('#station-map').dataset.version !== before", version);
    return ((Number) page.evaluate("window.changedAt")).longValue() - published;
  }

  private void manyPages(int stations, String address, Process dashboard) throws Exception {
    List<PageClient> pages = new ArrayList<>();
    HttpClient browser = PageClient.browser();
    for (int i = 0; i < PAGES; i++) {
      if (i % 5 == 0) {
        browser = PageClient.browser();
      }
      pages.add(PageClient.open(browser, address, i % 2 == 0 ? "" : "contract=lyon"));
    }
    long cpu = cpuMillis(dashboard);
    long begun = System.nanoTime();
    for (int i = 0; i < PUSHES; i++) {
      publish();
      Thread.sleep(EVERY_MILLIS);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double used = (cpuMillis(dashboard) - cpu) / 1e3;
    row(stations, PAGES + " pages, a push each 2 s, of one core", "%,.1f %%", used / seconds * 100);
    row(stations, PAGES + " pages, heap after collection", "%,.0f MB", Heap.of(dashboard) / 1e6);
    for (PageClient page : pages) {
      page.leave();
    }
  }

  private static long cpuMillis(Process process) {
    return process.info().totalCpuDuration().orElseThrow().toMillis();
  }

  /** When the new state could be read, in milliseconds since 1970. */
  private long publish() {
    Instant now = clock.instant();
    batch++;
    List<StationObservation> stations = cities.at(now).stream().map(this::changed).toList();
    snapshots.publish(stations, cities.facts(now.getEpochSecond() * 1_000 + batch, now));
    return clock.millis();
  }

  /** One bike comes or goes at each sixth station. */
  private StationObservation changed(StationObservation o) {
    Counts c = o.counts();
    int turns = (batch + Math.floorMod(o.key().hashCode(), CHANGING)) / CHANGING;
    Integer bikes = c.bikes();
    Integer docks = c.docks();
    if (turns % 2 == 0 || bikes == null || docks == null || docks == 0) {
      return o;
    }
    return new StationObservation(
        o.key(),
        o.place(),
        new Counts(c.capacity(), bikes + 1, docks - 1, null, null, null, null),
        o.status(),
        o.flags(),
        o.reportedAt(),
        o.feedUpdatedAt(),
        o.polledAt(),
        o.source(),
        o.extra(),
        o.present());
  }

  private static void row(int stations, String what, String format, double figure) {
    System.out.printf(
        "| %,d | %s | %s |%n", stations, what, String.format(Locale.ROOT, format, figure));
  }
}
