package org.dockline.dashboard.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dockline.dashboard.testing.Chromium;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser, on a real server, with files such as the stream writes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesIT {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final double PATIENCE = 60_000;

  @TempDir static Path folder;
  private static DashboardUnderTest dashboard;
  private static Chromium chromium;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(
        Chromium.present(), "skipped: /usr/bin/chromium is missing; apt-get install chromium");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    dashboard = DashboardUnderTest.start(folder);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (dashboard != null) {
      dashboard.close();
    }
  }

  @BeforeEach
  void listen() {
    complaints.clear();
  }

  @AfterEach
  void noComplaints() {
    if (context != null) {
      context.close();
    }
    assertThat(complaints).as("errors in the browser's console").isEmpty();
  }

  @Test
  @Order(1)
  void waitsForTheFirstSnapshotAndFillsByItself() {
    Page page = open("/", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#notice-waiting")).isVisible();
    picture(page, "waiting");

    dashboard.publish(List.of());

    assertThat(page.locator("#figure-reporting")).not().hasText("0");
    assertThat(page.locator("#notice-waiting")).hasCount(0);
    assertThat(page.locator("#simulated")).isVisible();
    assertThat(page.locator("#attribution")).containsText("Licence Ouverte");
  }

  @Test
  @Order(2)
  void aCityAndAStationAreChosenByKeyboardAndTheNumberChangesByPush() {
    dashboard.publish(List.of(station(5)));
    Page page = open("/", "en-GB", 1440, ColorScheme.LIGHT);
    choose(page, "#choose-contract", "lyon");
    assertThat(page.locator("#page-title")).hasText("Lyon");
    choose(page, "#choose-station", "bellecour");

    assertThat(page.locator("#station-name")).hasText("7 - Bellecour");
    assertThat(page).hasURL(Pattern.compile(".*contract=lyon&station=7$"));
    assertThat(page.locator("#tile-text"))
        .hasText(
            Pattern.compile(
                "5 bikes available, 15 free docks, open, card terminal unknown, updated .+ ago"));
    assertThat(page.locator("#history")).hasAttribute("data-state", Pattern.compile("partial"));

    dashboard.publish(List.of(station(4)));
    assertThat(page.locator("#tile-bikes")).hasText("4");
    picture(page, "station");
  }

  @Test
  @Order(3)
  void aCityIsChosenByClickAndTheMapHoldsEveryStation() {
    dashboard.publish(List.of());
    Page page = open("/", "en-GB", 1440, ColorScheme.DARK);
    assertThat(page.locator("#station-map"))
        .hasAttribute("data-stations", Integer.toString(DashboardUnderTest.STATIONS));
    page.locator("#city-dublin").click();

    assertThat(page.locator("#page-title")).hasText("Dublin");
    assertThat(page.locator("#stations")).isVisible();
    picture(page, "city-dark");
  }

  @Test
  @Order(4)
  void anAddressThatNamesNothingSaysSo() {
    dashboard.publish(List.of());
    Page page = open("/?contract=lyon&station=nowhere", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#station-missing")).containsText("lyon/nowhere");
    page.navigate(dashboard.address() + "/?contract=atlantis");
    assertThat(page.locator("#notice-no-contract")).isVisible();
  }

  @Test
  @Order(5)
  void thePipelinePageShowsEachStage() {
    dashboard.publish(List.of());
    Page page = open("/pipeline", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#stage-stream")).hasAttribute("data-state", "ok");
    assertThat(page.locator("#stage-warehouse")).hasAttribute("data-state", "unknown");
    assertThat(page.locator("#rejected")).containsText("a capacity must not be negative");
    picture(page, "pipeline");
  }

  @ParameterizedTest
  @Order(6)
  @CsvSource({
    "en-GB, 390, Bikes",
    "fr-FR, 390, Vélos",
    "nl-NL, 390, Fietsen",
    "fr-FR, 1440, Vélos"
  })
  void speaksTheReadersLanguageAndFitsTheWidth(String locale, int width, String bikes) {
    dashboard.publish(List.of(station(5)));
    Page page = open("/?contract=lyon&station=7", locale, width, ColorScheme.DARK);
    assertThat(page.locator(".figure-bikes .figure-label")).hasText(bikes);
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow).as("pixels beyond the width").isEqualTo(0);
    picture(page, "station-" + locale + "-" + width);
  }

  @Test
  @Order(7)
  void theThemeIsKept() {
    Page page = open("/", "en-GB", 1440, ColorScheme.LIGHT);
    Locator button = page.locator("#theme button");
    button.click();
    button.click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
  }

  private static org.dockline.station.StationObservation station(int bikes) {
    return ObservationBuilder.polledAt(Instant.now(dashboard.clock())).bikes(bikes).build();
  }

  private static void choose(Page page, String box, String text) {
    Locator input = page.locator(box + " input");
    input.click();
    input.fill(text);
    assertThat(page.locator("vaadin-combo-box-item:visible").first())
        .containsText(Pattern.compile(text, Pattern.CASE_INSENSITIVE));
    input.press("ArrowDown");
    input.press("Enter");
  }

  private Page open(String path, String locale, int width, ColorScheme scheme) {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(locale)
                    .setColorScheme(scheme)
                    .setViewportSize(width, 900));
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

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
