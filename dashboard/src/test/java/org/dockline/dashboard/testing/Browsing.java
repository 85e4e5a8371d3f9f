package org.dockline.dashboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reader with a browser in front of a dashboard; one page at a time. */
public final class Browsing implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final double PATIENCE = 30_000;
  private static final int HEIGHT = 900;

  private final DashboardUnderTest dashboard;
  private final Chromium chromium;
  private final List<String> complaints = new ArrayList<>();
  private @Nullable BrowserContext context;

  private Browsing(DashboardUnderTest dashboard, Chromium chromium) {
    this.dashboard = dashboard;
    this.chromium = chromium;
  }

  /** Starts both, with further settings; {@link Chromium#present} must hold. */
  public static Browsing start(Path folder, Map<String, String> further) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return new Browsing(DashboardUnderTest.start(folder, further), Chromium.start());
  }

  /** What is looked at. */
  public DashboardUnderTest dashboard() {
    return dashboard;
  }

  /** Opens a page and waits for its title. */
  public Page open(String path, String locale, int width, ColorScheme scheme) {
    complaints.clear();
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(locale)
                    .setColorScheme(scheme)
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                    .setViewportSize(width, HEIGHT));
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(dashboard.address() + path);
    page.waitForSelector("#page-title");
    return page;
  }

  /** Leaves a picture of the whole page for whoever wants to look at it. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  /** What the browser complained of was what the test wanted to see. */
  public void forgive() {
    complaints.clear();
  }

  /** Closes the page; what the browser complained of is an error. */
  public void leave() {
    if (context != null) {
      context.close();
      context = null;
    }
    assertThat(complaints).as("errors in the browser's console").isEmpty();
  }

  @Override
  public void close() {
    chromium.close();
    dashboard.close();
  }
}
