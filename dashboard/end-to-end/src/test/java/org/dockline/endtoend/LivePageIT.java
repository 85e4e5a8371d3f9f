package org.dockline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.testing.BrokerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A rider looks at a station while a bike is taken from it: the number on the page changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePageIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String CONTRACT = "lyon";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path folder = Path.of("");

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Map<String, String> settings = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> told = new ArrayList<>();
  private String simulator = "";
  private String dashboard = "";

  @BeforeAll
  void startEverything(@TempDir Path temporary) {
    folder = temporary;
    boolean there = Files.isExecutable(CHROMIUM);
    if (!there) {
      System.err.println("Skipped: no browser at " + CHROMIUM + "; install the package chromium");
    }
    assumeTrue(there, "no browser at " + CHROMIUM);
    BrokerProcess broker = BrokerProcess.start(folder);
    running.push(broker);
    settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    settings.put("SPOOL_DIR", folder.resolve("spool").toString());
    settings.put("SNAPSHOT_DIR", folder.resolve("snapshots").toString());
    settings.put("CHECKPOINT_DIR", folder.resolve("checkpoints").toString());
    settings.put("DOCKLINE_SOURCE", "jcdecaux-v3");
    settings.put("JCDECAUX_API_KEY", PlantedSecrets.API_KEY);
    settings.put("JCDECAUX_FALL_OVER", "none");
    settings.put("SIMULATOR_STATIONS", "80");
    settings.put("POLL_INTERVAL", "PT1S");
    settings.put("STREAM_TRIGGER", "PT1S");
    // Nobody listens there: the page has to live without a warehouse.
    settings.put("WAREHOUSE_URL", EmbeddedUrl.at(ServiceProcess.freePort()));
    settings.put("WAREHOUSE_USER", EmbeddedUrl.USER);
    settings.put("WAREHOUSE_PASSWORD", EmbeddedUrl.PASSWORD);
    simulator = start("api-poller", "org.dockline.poller.simulator.Simulator", "SIMULATOR_PORT");
    settings.put("JCDECAUX_API_URL", simulator);
    told.add(start("api-poller", "org.dockline.poller.Poller", "HEALTH_PORT"));
    told.add(start("stream-job", "org.dockline.stream.StreamJob", "HEALTH_PORT"));
    dashboard = startDashboard();
    Conditions.await(
        "the live snapshot shows the stations of " + CONTRACT,
        SOON,
        () -> snapshots().facts().isPresent() && rows("contract").contains(List.of(CONTRACT)),
        () -> String.valueOf(snapshots().facts()));
  }

  @AfterAll
  void endEverything() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
    http.close();
  }

  @Test
  void theNumberOnThePageFollowsTheBike() {
    List<List<String>> open =
        rows("station_id, name, contract, status, bikes, docks").stream()
            .filter(row -> row.get(2).equals(CONTRACT) && row.get(3).equals("OPEN"))
            .filter(row -> row.get(4).matches("[0-9]+") && row.get(5).matches("[0-9]+"))
            .filter(row -> Integer.parseInt(row.get(4)) > 3 && Integer.parseInt(row.get(5)) > 3)
            .toList();
    assertThat(open).as("stations that can give and take").hasSizeGreaterThan(1);
    String from = open.get(0).get(0);
    String to = open.get(1).get(0);
    try (Playwright playwright = Playwright.create();
        Browser browser = playwright.chromium().launch(options())) {
      Page page = browser.newPage();
      page.navigate(dashboard);
      choose(page, "#choose-contract", "Lyon");
      choose(page, "#choose-station", open.get(0).get(1));
      Locator bikes = page.locator("#tile-bikes");
      awaitText(bikes, String.valueOf(bikesOf(from)));
      int before = bikesOf(from);
      move(from, to, 3);
      assertThat(bikesOf(from)).isNotEqualTo(before);
      awaitText(bikes, String.valueOf(bikesOf(from)));
      assertThat(page.locator("#tile-text").textContent()).contains("bikes available");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "live-page.png")));
    }
  }

  /** Key and password were given to all of them; neither stands in a log, a metric or an answer. */
  @Test
  void noSecretIsTold() throws Exception {
    for (String service : told) {
      PlantedSecrets.assertAbsentAt(http, service + "/metrics");
      PlantedSecrets.assertAbsentAt(http, service + "/health");
    }
    for (String path : List.of("actuator/prometheus", "actuator/health", "api/v1/pipeline")) {
      PlantedSecrets.assertAbsentAt(http, dashboard + path);
    }
    PlantedSecrets.assertAbsentAt(http, dashboard + "api/v1/stats/v_load_run");
    PlantedSecrets.assertAbsentFromLogs(folder, 4);
  }

  private void awaitText(Locator locator, String number) {
    Conditions.await(
        "the page shows " + number + " bikes",
        Duration.ofSeconds(30),
        () -> locator.textContent().strip().matches(".*\\b" + number + "\\b.*"),
        () -> "it shows: " + locator.textContent());
  }

  private static void choose(Page page, String box, String text) {
    Locator input = page.locator(box + " input");
    input.fill(text);
    page.locator("vaadin-combo-box-item:visible").first().click();
  }

  private static BrowserType.LaunchOptions options() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(CHROMIUM)
        .setArgs(
            List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
  }

  private String start(String module, String main, String portSetting) {
    String port = Integer.toString(ServiceProcess.freePort());
    settings.put(portSetting, port);
    ServiceProcess process = ServiceProcess.start(module, main, settings, folder);
    running.push(process);
    process.awaitHealthy("http://127.0.0.1:" + port + "/health", SOON);
    return "http://127.0.0.1:" + port;
  }

  private String startDashboard() {
    String port = Integer.toString(ServiceProcess.freePort());
    settings.put("DASHBOARD_PORT", port);
    Path jar = ServiceProcess.projectFolder().resolve("dashboard/target/dashboard.jar");
    ServiceProcess process = ServiceProcess.startJar(jar, settings, folder);
    running.push(process);
    process.awaitHealthy("http://127.0.0.1:" + port + "/actuator/health", SOON);
    return "http://127.0.0.1:" + port + "/";
  }

  /** What the simulator itself says at this moment. */
  private int bikesOf(String stationId) {
    URI uri = URI.create(simulator + "/vls/v3/stations?contract=" + CONTRACT + "&apiKey=x");
    try {
      for (JsonNode station : JSON.readTree(send(HttpRequest.newBuilder(uri).build()))) {
        if (station.get("number").asText().equals(stationId)) {
          return station.get("totalStands").get("availabilities").get("bikes").asInt();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("The simulator does not know " + stationId);
  }

  private void move(String from, String to, int bikes) {
    URI uri =
        URI.create(
            simulator
                + "/control/move?contract="
                + CONTRACT
                + "&from="
                + from
                + "&to="
                + to
                + "&bikes="
                + bikes);
    send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<List<String>> rows(String columns) {
    try {
      return snapshots().live(columns);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Snapshots snapshots() {
    return new Snapshots(folder.resolve("snapshots"));
  }
}
