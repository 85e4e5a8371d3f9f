package org.dockline.dashboard.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dockline.dashboard.testing.Axe;
import org.dockline.dashboard.testing.Browsing;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.dockline.dashboard.testing.PageLayout;
import org.dockline.dashboard.testing.SomeWarehouse;
import org.dockline.dashboard.testing.WithBrowser;
import org.dockline.dashboard.text.Words;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each page in each language, light and dark, wide and narrow: whole, readable, attributed,
 * accessible.
 */
class LooksIT extends WithBrowser {

  private static final boolean ALL = Boolean.getBoolean("dockline.long");
  private static final int WIDE = 1440;
  private static final int PHONE = 390;
  private static final int DAYS = 3;

  /** What a page shows when it has filled, by its name in the pictures. */
  private static final Map<String, String> FILLED =
      Map.of(
          "live", "#cities .city",
          "city", "#stations .row-name",
          "station", "#history[data-state=complete] dl-chart svg",
          "history", "#typical[data-state=complete] dl-typical svg",
          "week", ".contract-page[data-state=complete] .heat-table td",
          "playback", "#player[data-state=ready] #map-first[data-stations='25']",
          "pipeline", "#answers td",
          "trouble", "#stage-source[data-state=down] .stage-remedy");

  private static final Map<String, String> PATHS =
      Map.of(
          "live", "/",
          "city", "/?contract=dublin",
          "station", "/?contract=lyon&station=7",
          "history", "/station?contract=lyon&station=7&range=7d",
          "week", "/contract?contract=lyon&show=empty",
          "playback", "/playback?contract=lyon&at=08:30&with=18:00",
          "pipeline", "/pipeline",
          "trouble", "/pipeline");

  /** One look at one page. */
  record Look(String page, String locale, int width, ColorScheme scheme) {
    @Override
    public String toString() {
      return page + "-" + locale + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
  }

  @TempDir static Path folder;

  @BeforeAll
  static void prepare() {
    SomeWarehouse warehouse = new SomeWarehouse();
    Instant now = Instant.now(Clock.systemUTC());
    warehouse.loadPast(DashboardUnderTest.CITIES, "lyon", DAYS, now);
    warehouse.notePast("lyon", DAYS, now);
    start(folder, warehouse.settings());
    dashboard().publishPast();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void liesWellInItsWindow(Look look) {
    Instant now = dashboard().clock().instant();
    if (look.page().equals("trouble")) {
      dashboard().publishTroubled();
    } else {
      dashboard().publish(List.of(ObservationBuilder.polledAt(now).bikes(5).build()));
      // All looks together take longer than a silent stream goes unnoticed.
      dashboard().append();
    }
    Page page =
        browsing()
            .open(
                Objects.requireNonNull(PATHS.get(look.page())),
                look.locale(),
                look.width(),
                look.scheme());
    page.waitForSelector(Objects.requireNonNull(FILLED.get(look.page())));
    page.waitForFunction(
        "document.fonts.status === 'loaded' && !document.querySelector('dl-map:not([data-base]),"
            + " dl-day-map:not([data-base])')");
    Browsing.picture(page, look.toString());

    Words words = Words.in(Locale.forLanguageTag(look.locale()));
    assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile(language(look) + ".*"));
    assertThat(page.locator("#nav-pipeline")).hasText(words.say("nav.pipeline"));
    assertThat(page.locator("#attribution")).isVisible();
    assertThat(page.locator("#attribution")).containsText(words.say("attribution.simulated"));
    assertThat(PageLayout.problems(page)).isEmpty();
    assertThat(Axe.violations(page)).as("serious or critical violations").isEmpty();
  }

  /** All of them, or so many that each page, language, width and theme is there. */
  static Stream<Look> liesWellInItsWindow() {
    return ALL
        ? PATHS.keySet().stream().sorted().flatMap(LooksIT::allOf)
        : Stream.of(
            new Look("station", "fr-FR", PHONE, ColorScheme.DARK),
            new Look("station", "nl-NL", PHONE, ColorScheme.LIGHT),
            new Look("station", "en-GB", WIDE, ColorScheme.DARK),
            new Look("live", "nl-NL", WIDE, ColorScheme.LIGHT),
            new Look("live", "en-GB", PHONE, ColorScheme.LIGHT),
            new Look("city", "fr-FR", WIDE, ColorScheme.LIGHT),
            new Look("city", "nl-NL", PHONE, ColorScheme.DARK),
            new Look("history", "en-GB", WIDE, ColorScheme.LIGHT),
            new Look("history", "fr-FR", PHONE, ColorScheme.DARK),
            new Look("week", "nl-NL", WIDE, ColorScheme.DARK),
            new Look("week", "fr-FR", PHONE, ColorScheme.LIGHT),
            new Look("playback", "fr-FR", WIDE, ColorScheme.DARK),
            new Look("playback", "nl-NL", PHONE, ColorScheme.LIGHT),
            new Look("pipeline", "fr-FR", PHONE, ColorScheme.LIGHT),
            new Look("trouble", "nl-NL", WIDE, ColorScheme.DARK),
            new Look("trouble", "en-GB", WIDE, ColorScheme.LIGHT));
  }

  private static Stream<Look> allOf(String page) {
    return Stream.of("en-GB", "fr-FR", "nl-NL")
        .flatMap(
            locale ->
                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .flatMap(
                        scheme ->
                            Stream.of(
                                new Look(page, locale, WIDE, scheme),
                                new Look(page, locale, PHONE, scheme))));
  }

  private static String language(Look look) {
    return Locale.forLanguageTag(look.locale()).getLanguage();
  }
}
