package org.dockline.dashboard.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of pages, to be looked at: {@code Screens ADDRESS FOLDER PATH...}. */
public final class Screens {

  private static final int PATIENCE = 60_000;

  private Screens() {}

  /** Takes each page in both themes, wide and narrow. */
  public static void main(String[] args) {
    try (Chromium chromium = Chromium.start()) {
      for (int i = 2; i < args.length; i++) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          for (int width : new int[] {1440, 390}) {
            take(chromium.browser(), args[0] + args[i], Path.of(args[1]), scheme, width, i - 2);
          }
        }
      }
    }
  }

  private static void take(
      Browser browser, String address, Path folder, ColorScheme scheme, int width, int number) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setLocale("en-GB")
            .setViewportSize(width, width < 700 ? 844 : 900);
    try (BrowserContext context = browser.newContext(options)) {
      Page page = context.newPage();
      page.setDefaultTimeout(PATIENCE);
      page.onConsoleMessage(m -> System.out.println(m.type() + " " + m.text()));
      page.onPageError(e -> System.out.println("PAGE ERROR " + e));
      page.navigate(address);
      page.waitForSelector("#page-title");
      page.waitForTimeout(4_000);
      String name = number + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
      page.screenshot(
          new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(width < 700));
    }
  }
}
