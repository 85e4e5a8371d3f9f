package org.dockline.dashboard.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.dockline.dashboard.testing.ParquetRows;
import org.dockline.dashboard.testing.SomeWarehouse;
import org.dockline.dashboard.testing.TileServer;
import org.dockline.dashboard.testing.WarehouseLine;
import org.dockline.dashboard.testing.WithBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages and what is around them: files they give, tiles they show, a warehouse or stream that goes.
 */
class SurroundingsIT extends WithBrowser {

  private static final int DAYS = 2;

  /** Longer than any page waits before it asks the warehouse again. */
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(16);

  /** After which a stream counts as dead. */
  private static final Duration SILENT = Duration.ofMinutes(30);

  @TempDir static Path folder;
  private static final SomeWarehouse WAREHOUSE = new SomeWarehouse();
  private static final WarehouseLine LINE = new WarehouseLine();
  private static final TileServer TILES = new TileServer();

  @BeforeAll
  static void prepare() {
    Map<String, String> settings = new TreeMap<>(WAREHOUSE.settings(LINE));
    settings.put("MAP_TILES_URL", TILES.url());
    settings.put("MAP_TILES_ATTRIBUTION", "The makers of tiles");
    start(folder, settings);
    WAREHOUSE.loadPast(DashboardUnderTest.CITIES, "lyon", DAYS, dashboard().clock().instant());
    dashboard().publishPast();
    dashboard().publish(List.of());
  }

  @AfterAll
  static void end() {
    LINE.close();
    TILES.close();
  }

  @Test
  void tablesOfACityArriveAsFilesThatSayTheSame() throws IOException {
    Page page = open("/contract?contract=lyon");
    assertThat(page.locator("#heat td").first()).isVisible();
    Download csv = page.waitForDownload(() -> page.locator("#download-stations-csv").click());
    Download parquet =
        page.waitForDownload(() -> page.locator("#download-stations-parquet").click());

    assertThat(csv.suggestedFilename()).matches("lyon-stations-\\d{4}-\\d\\d-\\d\\d\\.csv");
    assertThat(parquet.suggestedFilename()).endsWith(".parquet");
    List<String> lines = Files.readAllLines(csv.path());
    List<String> columns = List.of(lines.getFirst().split(","));
    assertThat(columns).startsWith("contract", "station_id", "name").contains("coverage");
    List<String> stations =
        ParquetRows.of(parquet.path()).stream()
            .map(row -> row.get("contract") + "," + row.get("station_id") + "," + row.get("name"))
            .toList();
    assertThat(stations).hasSize(DashboardUnderTest.STATIONS / 3).contains("lyon,3,3 - Marché");
    assertThat(lines.stream().skip(1).map(told -> told.replaceAll("((?:[^,]*,){2}[^,]*).*", "$1")))
        .containsExactlyElementsOf(stations);
    assertThat(page.locator("#page-title")).hasText("Lyon");
  }

  @Test
  void aCityThatVanishedIsSaidToHaveGoneAndComesBack() {
    Page page = open("/contract?contract=lyon");
    assertThat(page.locator("#notices .notice")).hasCount(0);
    dashboard().publishWithout("lyon");
    assertThat(page.locator("#notice-no-contract")).containsText("Lyon has no stations now");
    assertThat(page.locator("#notice-no-contract")).containsText("What was kept");
    assertThat(page.locator("#heat td").first()).isVisible();

    page.navigate(dashboard().address() + "/?contract=lyon");
    assertThat(page.locator("#notice-no-contract")).containsText("Choose another");
    page.navigate(dashboard().address() + "/station?contract=lyon&station=3");
    assertThat(page.locator("#station-missing")).containsText("lyon/3");
    page.navigate(dashboard().address() + "/playback?contract=lyon");
    assertThat(page.locator("#notice-no-contract")).isVisible();

    dashboard().publish(List.of());
    assertThat(page.locator("#notices .notice")).hasCount(0);
  }

  @Test
  void pagesSayThatTheWarehouseIsAwayAndRecoverByThemselves() {
    Page station = open("/station?contract=lyon&station=3");
    assertThat(station.locator("#history-note")).containsText("from the warehouse");
    Page pipeline = station.context().newPage();
    pipeline.navigate(dashboard().address() + "/pipeline");
    assertThat(pipeline.locator("#stage-warehouse")).hasAttribute("data-state", "ok");

    LINE.cut();
    letPass(LONG_ENOUGH);
    assertThat(pipeline.locator("#stage-warehouse")).hasAttribute("data-state", "down");
    assertThat(pipeline.locator("#stage-warehouse")).containsText("WAREHOUSE_URL");
    assertThat(pipeline.locator("#warehouse-problem")).isVisible();
    assertThat(station.locator("#history")).hasAttribute("data-state", "partial");
    assertThat(station.locator("#history-note")).containsText("Without the warehouse");

    LINE.mend();
    letPass(LONG_ENOUGH);
    assertThat(pipeline.locator("#stage-warehouse")).hasAttribute("data-state", "ok");
    assertThat(pipeline.locator("#warehouse-problem")).isHidden();
    assertThat(station.locator("#history-note")).containsText("from the warehouse");
  }

  @Test
  void pagesSayThatTheStreamIsDeadAndRecoverByThemselves() {
    dashboard().publish(List.of());
    dashboard().later(SILENT);
    Page live = open("/?contract=lyon");
    assertThat(live.locator("#notice-stale")).containsText("No news for");
    assertThat(live.locator("#notice-stale")).containsText("published nothing since");
    Page pipeline = live.context().newPage();
    pipeline.navigate(dashboard().address() + "/pipeline");
    assertThat(pipeline.locator("#stage-stream")).hasAttribute("data-state", "down");
    assertThat(pipeline.locator("#stage-stream")).containsText("What to do");
    Page station = live.context().newPage();
    station.navigate(dashboard().address() + "/station?contract=lyon&station=3");
    assertThat(station.locator("#history-note")).containsText("The stream wrote last");

    dashboard().publish(List.of());
    assertThat(live.locator("#notice-stale")).hasCount(0);
    assertThat(pipeline.locator("#stage-stream")).hasAttribute("data-state", "ok");
  }

  @Test
  void howFarBackIsShownStandsInTheAddress() {
    Page page = open("/station?contract=lyon&station=3");
    assertThat(page.locator("#ranges-24h")).hasAttribute("aria-current", "true");
    page.locator("#ranges-7d").click();
    assertThat(page.locator("#history-title")).hasText("Last 7 days");
    assertThat(page).hasURL(Pattern.compile(".*contract=lyon&station=3&range=7d$"));
    page.locator("#ranges-30d").click();
    assertThat(page.locator("#history-title")).hasText("Last 30 days");
    page.goBack();
    assertThat(page.locator("#history-title")).hasText("Last 7 days");

    page.navigate(dashboard().address() + "/station?contract=lyon&station=3&range=30d");
    assertThat(page.locator("#history-title")).hasText("Last 30 days");
    assertThat(page.locator("#ranges-30d")).hasAttribute("aria-current", "true");
    assertThat(page.locator("#history-note")).containsText("from the warehouse");
  }

  @Test
  void tilesOfAServerOfOnesOwnLieUnderTheStations() {
    Page page = open("/?contract=lyon");
    page.waitForFunction(
        "[...document.querySelectorAll('img.leaflet-tile-loaded')].some(i => i.naturalWidth ==="
            + " 256)");
    assertThat(TILES.asked()).isNotEmpty().allMatch(path -> path.matches("/\\d+/\\d+/\\d+\\.png"));
    assertThat(page.locator("#attribution")).containsText("The makers of tiles");
  }

  @Test
  void aDateIsChosenInTheLanguageOfThePage() {
    Page page = browsing().open("/playback?contract=lyon", "fr-FR", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("#playback-date input"))
        .hasValue(Pattern.compile("\\d\\d/\\d\\d/\\d{4}"));
    page.locator("#playback-date input").click();
    assertThat(
            page.locator("vaadin-date-picker-overlay-content, vaadin-date-picker-overlay").first())
        .containsText("Aujourd'hui");
    page.locator("#playback-date input").fill("02/03/2026");
    page.locator("#playback-date input").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*date=2026-03-02.*"));
    assertThat(page.locator("#playback-day")).hasText("lundi 2 mars 2026");
  }

  private static void letPass(Duration time) {
    dashboard().later(time);
    dashboard().publish(List.of());
  }

  private static Page open(String path) {
    return browsing().open(path, "en-GB", 1440, ColorScheme.LIGHT);
  }
}
