package org.dockline.dashboard.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dockline.dashboard.testing.Axe;
import org.dockline.dashboard.testing.Browsing;
import org.dockline.dashboard.testing.PageLayout;
import org.dockline.dashboard.testing.WithBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader may expect of every good page. */
class MannersIT extends WithBrowser {

  private static final int WIDE = 1440;

  private static final String LOOKS_AT_THE_STATION =
      """
      () => {
        const m = document.querySelector('dl-map');
        const s = m.store.stations.get('lyon/7');
        return m.dataset.base && m.map?.getZoom() >= 14 && m.map.getBounds().contains([s.lat, s.lon]);
      }
      """;

  private static final String PUT_BACK =
      """
      () => {
        const m = document.querySelector('dl-map');
        const { parentNode, nextSibling } = m;
        m.remove();
        %s
        parentNode.insertBefore(m, nextSibling);
      }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void prepare() {
    start(folder, Map.of());
    dashboard().publish(List.of());
  }

  @Test
  void favouritesAreKeptInTheBrowser() {
    Page page = open("/?contract=lyon", WIDE);
    page.locator("#stations .star").first().click();
    assertThat(page.locator("#stations .star[aria-pressed=true]")).hasCount(1);
    page.locator("#stations .row-name").first().click();
    assertThat(page.locator("#station-star")).hasAttribute("aria-pressed", "true");

    page.navigate(dashboard().address() + "/?list=favourites");
    assertThat(page.locator("#list-favourites")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator("#stations .row-name")).hasCount(1);
    assertThat(page.locator("#stations .row-name")).containsText("Lyon");
    page.locator("#stations .star").click();
    assertThat(page.locator("#stations-hint")).isVisible();
  }

  @Test
  void theListIsSearchedWithoutAccentsAndFollowsTheMapAsDoesTheAddress() {
    Page page = open("/?contract=lyon", WIDE);
    assertThat(page.locator("#stations-count")).containsText("25");
    page.locator("#stations-search").fill("eglise");
    assertThat(page.locator("#stations .row-name").first()).containsText("Église");
    page.locator("#stations-search").fill("");
    assertThat(page.locator("#stations-count")).containsText("25");

    page.locator("dl-map").focus();
    for (int press = 0; press < 3; press++) {
      page.keyboard().press("+");
    }
    assertThat(page.locator("#stations-count")).not().containsText("25");
    assertThat(page).hasURL(Pattern.compile(".*contract=lyon&at=.*"));
    String seen = page.locator("#stations-count").textContent();

    page.navigate(page.url());
    assertThat(page.locator("#stations-count")).hasText(seen);
  }

  /**
   * The page puts its content where it belongs once it has arrived, at any moment of its making.
   */
  @Test
  void aMapThatIsPutElsewhereInThePageShowsWhatItShowed() {
    Page page = open("/?contract=lyon&station=7", WIDE);
    page.waitForFunction(LOOKS_AT_THE_STATION);
    page.evaluate(PUT_BACK.formatted(""));
    page.waitForFunction(LOOKS_AT_THE_STATION);

    page.evaluate(PUT_BACK.formatted("m.left = undefined; m.lookAt('lyon', 'lyon/7');"));
    page.waitForFunction(LOOKS_AT_THE_STATION);
  }

  @Test
  void whatIsNearIsListedOnceThePositionMayBeKnown() {
    Page page = open("/", WIDE);
    BrowserContext context = page.context();
    page.locator("#list-near").click();
    assertThat(page.locator("#stations-hint"))
        .containsText(Pattern.compile("not allowed|does not know"));
    context.grantPermissions(List.of("geolocation"));
    context.setGeolocation(new com.microsoft.playwright.options.Geolocation(45.76, 4.84));
    page.locator("#locate").click();
    assertThat(page.locator("#stations .row-name").first())
        .containsText(Pattern.compile("k?m · Lyon"));
    assertThat(page).hasURL(Pattern.compile(".*\\?list=near$"));
    Browsing.picture(page, "near");
  }

  @Test
  void theKeyboardComesFirstToTheContent() {
    Page page = open("/", WIDE);
    page.waitForSelector("#cities .city");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    assertThat(page.locator(".skip")).isInViewport();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*#content$"));
    page.keyboard().press("Tab");
    assertThat(page.locator("#choose-country")).hasAttribute("focused", "");
  }

  @Test
  void nothingIsLostOnPaperOrOnAWall() {
    Page page = open("/?contract=dublin", 2560);
    page.waitForSelector("#stations .row-name");
    assertThat(PageLayout.problems(page)).isEmpty();
    Browsing.picture(page, "wall");
    page.setViewportSize(794, 1123);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".topbar")).not().isVisible();
    assertThat(page.locator("#attribution")).isVisible();
    assertThat(page.locator("#figures")).isVisible();
    Browsing.picture(page, "print");
  }

  @Test
  void anAddressWithoutAPageSaysSoInTheReadersLanguage() {
    Page page = open("/nowhere/<b>", WIDE);
    assertThat(page.locator("#page-title")).hasText("There is no such page");
    assertThat(page.locator("main")).not().containsText("Exception");
    page.locator("#to-live").click();
    assertThat(page.locator("#cities")).isVisible();
  }

  /** Or else its silence would mean nothing. */
  @Test
  void axeSeesAPictureWithoutAName() {
    Page page = open("/", WIDE);
    page.evaluate("document.body.append(document.createElement('img'))");
    assertThat(Axe.violations(page)).singleElement().asString().startsWith("image-alt: ");
  }

  private static Page open(String path, int width) {
    return browsing().open(path, "en-GB", width, ColorScheme.LIGHT);
  }
}
