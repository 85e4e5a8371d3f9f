package org.dockline.dashboard.push;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.dockline.dashboard.testing.WithBrowser;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What travels to open pages. */
class PushIT extends WithBrowser {

  private static final int ONE_STATION = 4_000;

  @TempDir static Path folder;

  @BeforeAll
  static void prepare() {
    start(folder, Map.of());
  }

  @Test
  void onlyWhatChangedTravelsToEveryOpenPage() {
    dashboard().publish(List.of(station(5)));
    Page first = open("/?contract=lyon");
    List<String> frames = framesOf(first);
    Page second = first.context().newPage();
    second.navigate(dashboard().address() + "/?contract=lyon&station=7");
    for (Page page : List.of(first, second)) {
      page.waitForSelector("#station-map[data-stations='" + DashboardUnderTest.STATIONS + "']");
    }
    assertThat(second.locator("#tile-bikes")).hasText("5");
    frames.clear();

    dashboard().publish(List.of(station(4)));

    assertThat(second.locator("#tile-bikes")).hasText("4");
    for (Page page : List.of(first, second)) {
      page.waitForFunction(
          "document.querySelector('#station-map').store.stations.get('lyon/7').bikes === 4");
    }
    String sent = String.join("", frames);
    assertThat(sent).contains("lyon/7");
    assertThat(sent.length()).as(sent).isLessThan(ONE_STATION);
  }

  @Test
  void aPageThatLostTheServerSaysSoAndRecoversByItself() {
    dashboard().publish(List.of(station(5)));
    Page page = open("/?contract=lyon&station=7");
    assertThat(page.locator("#tile-bikes")).hasText("5");
    assertThat(page.locator("#connection")).isHidden();

    dashboard().stop();
    assertThat(page.locator("#connection")).containsText("Connection lost");
    assertThat(page.locator("#tile-bikes")).hasText("5");

    dashboard().publish(List.of(station(4)));
    dashboard().startAgain();
    assertThat(page.locator("#tile-bikes")).hasText("4");
    assertThat(page.locator("#connection")).isHidden();

    dashboard().publish(List.of(station(3)));
    assertThat(page.locator("#tile-bikes")).hasText("3");
    browsing().forgive();
  }

  private static List<String> framesOf(Page page) {
    List<String> frames = new CopyOnWriteArrayList<>();
    page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
    page.reload();
    return frames;
  }

  private static StationObservation station(int bikes) {
    return ObservationBuilder.polledAt(dashboard().clock().instant()).bikes(bikes).build();
  }

  private static Page open(String path) {
    return browsing().open(path, "en-GB", 1440, ColorScheme.LIGHT);
  }
}
