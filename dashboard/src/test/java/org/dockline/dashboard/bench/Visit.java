package org.dockline.dashboard.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;
import org.dockline.dashboard.testing.Chromium;

/** A first visit to the live page, by a browser that holds nothing yet. */
final class Visit implements AutoCloseable {

  private static final String WATCH =
      """
      new MutationObserver(() => {
        const map = document.querySelector('#station-map');
        const figure = document.querySelector('#figure-reporting');
        if (map?.dataset.version !== window.version) {
          window.version = map?.dataset.version;
          window.changedAt = Date.now();
        }
        if (!window.usefulAt && map?.dataset.stations > 0 && /[0-9]/.test(figure?.textContent)) {
          window.usefulAt = performance.now();
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      """;

  private final BrowserContext context;
  private final Page page;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong pushed = new AtomicLong();

  private Visit(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(120_000);
    CDPSession network = context.newCDPSession(page);
    network.send("Network.enable");
    network.on(
        "Network.loadingFinished",
        e -> bytes.addAndGet(e.get("encodedDataLength").getAsBigDecimal().longValue()));
    network.on("Network.webSocketFrameReceived", this::heard);
    page.addInitScript(WATCH);
  }

  static Visit to(Chromium chromium, String address, int stations) {
    Visit visit =
        new Visit(
            chromium
                .browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(1440, 900)));
    visit.page.navigate(address);
    visit.page.waitForFunction(
        "n => document.querySelector('#station-map')?.dataset.stations == n && window.usefulAt",
        Integer.toString(stations));
    visit.page.waitForTimeout(1_500);
    return visit;
  }

  private void heard(JsonObject event) {
    pushed.addAndGet(event.getAsJsonObject("response").get("payloadData").getAsString().length());
  }

  Page page() {
    return page;
  }

  double firstPaintMillis() {
    return ((Number)
            page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        .doubleValue();
  }

  double usefulMillis() {
    return ((Number) page.evaluate("window.usefulAt")).doubleValue();
  }

  /** All that came, packed as it came, with headers. */
  long bytes() {
    return bytes.get();
  }

  /** What came over the line for pushes. */
  long pushed() {
    return pushed.get();
  }

  @Override
  public void close() {
    context.close();
  }
}
