package org.dockline.dashboard.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dockline.dashboard.testing.Browsing;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.dockline.dashboard.testing.WithBrowser;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, on a real server, with files such as the stream writes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesIT extends WithBrowser {

  @TempDir static Path folder;

  @BeforeAll
  static void prepare() {
    start(folder, Map.of());
  }

  @Test
  @Order(1)
  void waitsForTheFirstSnapshotAndFillsByItself() {
    Page page = open("/", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#notice-waiting")).isVisible();
    assertThat(page.locator("#figure-empty")).hasText("–");
    assertThat(page.locator("#figure-reporting")).hasText("–");
    Browsing.picture(page, "waiting");

    dashboard().publish(List.of());

    assertThat(page.locator("#figure-reporting"))
        .hasText(Integer.toString(DashboardUnderTest.STATIONS));
    assertThat(page.locator("#notice-waiting")).hasCount(0);
    assertThat(page.locator("#simulated")).isVisible();
    assertThat(page.locator("#attribution")).containsText("Licence Ouverte");
  }

  @Test
  @Order(2)
  void aCityAndAStationAreChosenByKeyboardAndTheNumberChangesByPush() {
    dashboard().publish(List.of(station(5)));
    Page page = open("/", "en-GB", 1440, ColorScheme.LIGHT);
    choose(page, "#choose-contract", "lyon");
    assertThat(page.locator("#page-title")).hasText("Lyon");
    choose(page, "#choose-station", "bellecour");

    assertThat(page.locator("#station-name")).hasText("7 - Bellecour");
    assertThat(page).hasURL(Pattern.compile(".*contract=lyon&station=7$"));
    assertThat(page.locator("#tile-text"))
        .hasText(
            Pattern.compile(
                "5 bikes available, 15 free docks, open, card terminal, updated .+ ago"));
    assertThat(page.locator("#history")).hasAttribute("data-state", Pattern.compile("partial"));

    dashboard().publish(List.of(station(4)));
    assertThat(page.locator("#tile-bikes")).hasText("4");
    Browsing.picture(page, "station");
  }

  @Test
  @Order(3)
  void aCityIsChosenByClickAndTheMapHoldsEveryStation() {
    dashboard().publish(List.of());
    Page page = open("/", "en-GB", 1440, ColorScheme.DARK);
    assertThat(page.locator("#station-map"))
        .hasAttribute("data-stations", Integer.toString(DashboardUnderTest.STATIONS));
    page.locator("#city-dublin").click();

    assertThat(page.locator("#page-title")).hasText("Dublin");
    assertThat(page.locator("#stations")).isVisible();
    Browsing.picture(page, "city-dark");
  }

  @Test
  @Order(4)
  void anAddressThatNamesNothingSaysSo() {
    dashboard().publish(List.of());
    Page page = open("/?contract=lyon&station=nowhere", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#station-missing")).containsText("lyon/nowhere");
    page.navigate(dashboard().address() + "/?contract=atlantis");
    assertThat(page.locator("#notice-no-contract")).isVisible();
  }

  @Test
  @Order(5)
  void thePipelinePageShowsEachStage() {
    dashboard().publish(List.of());
    Page page = open("/pipeline", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#stage-stream")).hasAttribute("data-state", "ok");
    assertThat(page.locator("#stage-warehouse")).hasAttribute("data-state", "unknown");
    assertThat(page.locator("#stage-warehouse")).containsText("What to do");
    assertThat(page.locator("#stage-stream")).not().containsText("What to do");
    assertThat(page.locator("#answers")).containsText("No warehouse is set");
    Locator reasons = page.locator("#rejected tbody tr");
    assertThat(reasons).hasCount(2);
    assertThat(reasons.first()).containsText("a capacity must not be negative");
    assertThat(reasons.first().locator("td").nth(2)).hasText("–");
    assertThat(reasons.first().locator("td").nth(3)).hasText("2");
    Browsing.picture(page, "pipeline");
  }

  @Test
  @Order(6)
  void whatIsUnknownIsSaidToBeUnknown() {
    dashboard().publish(List.of(sayingNothingOfItsTerminal(station(5))));
    Page page = open("/?contract=lyon&station=7", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#tile-text")).containsText("open, card terminal unknown, updated");
    assertThat(page.locator(".facts")).not().containsText("ard terminal");
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

  @Test
  @Order(21)
  void aStationThatIsNotThereSaysSo() {
    dashboard().publishPast();
    dashboard().publish(List.of());
    Page page = open("/station?contract=lyon&station=nowhere", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#station-missing")).containsText("lyon/nowhere");
    page.navigate(dashboard().address() + "/station");
    assertThat(page.locator("#station-missing")).containsText("Choose one");
  }

  @Test
  @Order(22)
  void aCitysWeekIsShownByMeasure() {
    dashboard().publish(List.of());
    Page page = open("/contract?contract=lyon", "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator(".contract-page")).hasAttribute("data-state", "partial");
    page.locator("#measure-arrivals").click();
    assertThat(page).hasURL(Pattern.compile(".*show=arrivals$"));
    assertThat(page.locator("#measure-arrivals")).hasAttribute("aria-current", "true");
  }

  @Test
  @Order(23)
  void aDayIsPlayedByKeyboardAndItsMomentStandsInTheAddress() {
    dashboard().publish(List.of());
    String day =
        LocalDate.now(dashboard().clock().withZone(ZoneId.of("Europe/Paris")))
            .minusDays(1)
            .toString();
    Page page =
        open("/playback?contract=lyon&at=00:00&date=" + day, "en-GB", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#player")).hasAttribute("data-state", "ready");
    assertThat(page.locator("#time-first")).hasText("00:00");
    page.locator("#player-first").press("ArrowRight");
    assertThat(page.locator("#time-first")).hasText("00:01");
    assertThat(page).hasURL(Pattern.compile(".*at=00:01.*"));
    page.locator("#player-first").press(" ");
    assertThat(page.locator("#time-first")).not().hasText("00:01");
    page.locator("#player-compare").check();
    assertThat(page.locator("#time-second")).isVisible();
    page.navigate(dashboard().address() + "/playback?contract=lyon&date=2026-01-01");
    assertThat(page.locator("#player")).hasAttribute("data-state", "none");
  }

  private static StationObservation station(int bikes) {
    return ObservationBuilder.polledAt(Instant.now(dashboard().clock())).bikes(bikes).build();
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

  private static StationObservation sayingNothingOfItsTerminal(StationObservation o) {
    return new StationObservation(
        o.key(),
        o.place(),
        o.counts(),
        o.status(),
        new StationObservation.Flags(null, null, true, null),
        o.reportedAt(),
        o.feedUpdatedAt(),
        o.polledAt(),
        o.source(),
        o.extra(),
        o.present());
  }

  private static Page open(String path, String locale, int width, ColorScheme scheme) {
    return browsing().open(path, locale, width, scheme);
  }
}
