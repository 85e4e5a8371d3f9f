package org.dockline.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.dockline.dashboard.testing.SomeWarehouse;
import org.dockline.station.ContractDay;
import org.dockline.station.testing.ObservationBuilder;
import org.entur.gbfs.validation.GbfsValidatorFactory;
import org.entur.gbfs.validation.model.FileValidationResult;
import org.entur.gbfs.validation.model.ValidationResult;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What programs are served, asked over HTTP as they would. */
class ApiIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static DashboardUnderTest dashboard;
  private static JSONObject openapi;

  @BeforeAll
  static void start() throws Exception {
    SomeWarehouse warehouse = new SomeWarehouse();
    ContractDay old =
        new ContractDay("lyon", LocalDate.parse("2026-03-01"), ZoneId.of("Europe/Paris"));
    warehouse.load(
        old,
        ObservationBuilder.polledAt("2026-03-01T10:00:00Z").bikes(5).build(),
        ObservationBuilder.polledAt("2026-03-01T10:10:00Z").bikes(3).build());
    Map<String, String> settings = new HashMap<>(warehouse.settings());
    settings.put("API_RATE_LIMIT", "0");
    dashboard = DashboardUnderTest.start(folder, settings);
    assertThat(get("/api/v1/contracts").statusCode())
        .as("before the first snapshot")
        .isEqualTo(503);
    dashboard.publish(List.of());
    dashboard.publishPast();
    for (int i = 0; get("/api/v1/contracts").statusCode() != 200 && i < 200; i++) {
      Thread.sleep(50);
    }
    openapi = new JSONObject(get("/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    dashboard.close();
  }

  @Test
  void theDescriptionNamesWhatThereIsAndNothingElse() {
    Set<String> served =
        dashboard.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
            .flatMap(info -> info.getPatternValues().stream())
            .filter(path -> path.matches("/(api|gbfs)/.*|/openapi.json") && !path.contains("**"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(served).isEqualTo(new TreeSet<>(openapi.getJSONObject("paths").keySet()));
    assertThat(openapi.getString("openapi")).startsWith("3.1");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/contracts, Contracts",
    "/api/v1/contracts/lyon/stations, Stations",
    "/api/v1/contracts/lyon/stations?limit=10, Stations",
    "/api/v1/stations/lyon/7, OneStation",
    "/api/v1/stations/lyon/7/history, History",
    "/api/v1/stations/lyon/7/history?step=raw, History",
    "/api/v1/stations/lyon/7/history?step=1d&from=2026-03-01&to=2026-03-02, History",
    "/api/v1/nearby?lat=45.76&lon=4.84, Nearby",
    "/api/v1/pipeline, Pipeline",
    "/api/v1/stats/v_station_hour?contract=lyon&local_date=2026-03-01, View",
    "/gbfs/3.0/lyon/gbfs.json, Gbfs",
    "/gbfs/3.0/lyon/station_status.json, Gbfs"
  })
  void answersAreAsDescribed(String path, String schema) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    JSONObject described =
        new JSONObject()
            .put("components", openapi.getJSONObject("components"))
            .put("$ref", "#/components/schemas/" + schema);
    SchemaLoader.load(described).validate(new JSONObject(answer.body()));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/contracts?page=2, 400",
    "/api/v1/contracts/atlantis/stations, 404",
    "/api/v1/contracts/lyon/stations?limit=0, 400",
    "/api/v1/contracts/lyon/stations?limit=10&limit=20, 400",
    "/api/v1/stations/lyon/4711, 404",
    "/api/v1/stations/lyon/4711/history, 404",
    "/api/v1/stations/lyon/7/history?step=2h, 400",
    "/api/v1/stations/lyon/7/history?from=yesterday, 400",
    "/api/v1/stations/lyon/7/history?step=5m&from=2026-01-01, 400",
    "/api/v1/nearby?lat=91&lon=4, 400",
    "/api/v1/nearby?lat=45, 400",
    "/api/v1/stats/fact_observation, 404",
    "/api/v1/stats/v_station_hour?colour=red, 400",
    "/api/v1/stats/v_station_hour?local_date=monday, 400",
    "/api/v1/nothing, 404",
    "/gbfs/3.0/lyon/free_bike_status.json, 404"
  })
  void whatIsWrongIsAProblem(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JSONObject problem = new JSONObject(answer.body());
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("detail")).isNotBlank();
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws Exception {
    HttpResponse<String> first = get("/api/v1/contracts/lyon/stations");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(get("/api/v1/contracts/lyon/stations", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=3");
    assertThat(tag).contains(Long.toString(new JSONObject(first.body()).getLong("batch_id")));
  }

  @Test
  void tablesCanBeHadAsCsv() throws Exception {
    List<String> lines =
        get("/api/v1/contracts/lyon/stations", "Accept", "text/csv").body().lines().toList();

    assertThat(lines).hasSize(26);
    assertThat(lines.getFirst()).startsWith("contract,station_id,name,");
    assertThat(get("/api/v1/contracts", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(get("/api/v1/pipeline", "Accept", "text/csv").body())
        .contains("dockline_snapshot_age_seconds");
  }

  @Test
  void pagesFollowEachOther() throws Exception {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JSONObject page =
          new JSONObject(get("/api/v1/contracts/lyon/stations?limit=10" + after).body());
      JSONArray stations = page.getJSONArray("stations");
      stations.forEach(s -> ids.add(((JSONObject) s).getString("station_id")));
      after = page.has("next") ? "&after=" + page.getString("next") : "";
    } while (!after.isEmpty());

    assertThat(ids).hasSize(25).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aHistoryIsReadFromTheWarehouseWhereItIsLoaded() throws Exception {
    JSONObject day =
        new JSONObject(
            get("/api/v1/stations/lyon/7/history?from=2026-03-01&to=2026-03-02&step=1d").body());

    assertThat(day.getString("loaded_through")).isEqualTo("2026-03-01T23:00:00Z");
    assertThat(day.getBoolean("partial")).isFalse();
    JSONObject step = day.getJSONArray("steps").getJSONObject(0);
    assertThat(step.getInt("departures")).isEqualTo(2);
    assertThat(step.getDouble("minutes_known")).isEqualTo(25);
  }

  @Test
  void aStationOfWhichNothingIsKnownHasNoCounts() throws Exception {
    dashboard.publish(
        List.of(
            ObservationBuilder.polledAt(
                    Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                .station("lyon/7")
                .counts(0, 0)
                .build()));
    JSONObject station = await("/api/v1/stations/lyon/7", "unknown_reason");

    assertThat(station.has("bikes")).isFalse();
    assertThat(station.getString("unknown_reason")).isEqualTo("NO_BIKES_AND_NO_DOCKS");
    assertThat(get("/gbfs/3.0/lyon/station_status.json").body()).doesNotContain("\"7\"");
    dashboard.publish(List.of());
  }

  @Test
  void changesAreToldToThoseWhoListenAndResumed() throws Exception {
    JSONObject before = new JSONObject(get("/api/v1/contracts/lyon/stations").body());
    dashboard.publish(
        List.of(ObservationBuilder.polledAt(Instant.now()).station("lyon/8").bikes(19).build()));

    assertThat(events("?contract=lyon&after=" + before.getString("event_id")))
        .contains("event:change", "\"station_id\":\"8\"", "\"bikes\":19");
    assertThat(events("?after=another-1")).contains("event:resync");
  }

  @Test
  void gbfsIsAcceptedByAValidator() throws Exception {
    Map<String, InputStream> files = new HashMap<>();
    JSONObject discovery = new JSONObject(get("/gbfs/3.0/lyon/gbfs.json").body());
    files.put("gbfs", stream(discovery.toString()));
    for (Object feed : discovery.getJSONObject("data").getJSONArray("feeds")) {
      String url = ((JSONObject) feed).getString("url");
      assertThat(url).startsWith(dashboard.address());
      files.put(
          ((JSONObject) feed).getString("name"),
          stream(get(url.substring(dashboard.address().length())).body()));
    }
    ValidationResult result = GbfsValidatorFactory.getGbfsJsonValidator().validate(files);

    assertThat(result.files().values().stream().filter(FileValidationResult::exists)).hasSize(4);
    assertThat(result.files().values().stream().flatMap(f -> f.errors().stream())).isEmpty();
    assertThat(result.summary().errorsCount()).isZero();
  }

  @Test
  void gbfsTellsHowFreshItIs() throws Exception {
    JSONObject status = new JSONObject(get("/gbfs/3.0/lyon/station_status.json").body());
    JSONObject list = new JSONObject(get("/api/v1/contracts/lyon/stations").body());

    assertThat(status.getInt("ttl")).isEqualTo(10);
    assertThat(Instant.parse(status.getString("last_updated")))
        .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
    assertThat(list.getJSONArray("stations").length())
        .isGreaterThanOrEqualTo(status.getJSONObject("data").getJSONArray("stations").length());
  }

  @Test
  void everyMetricThatAnAlertNamesIsThere() throws Exception {
    String alerts = Files.readString(Path.of("..", "docs", "alerts.yaml"));
    Map<?, ?> rules = new org.yaml.snakeyaml.Yaml().load(alerts);
    assertThat((List<?>) rules.get("groups")).isNotEmpty();
    Set<String> named = new TreeSet<>();
    Matcher metric = Pattern.compile("dockline_[a-z_]+").matcher(alerts);
    while (metric.find()) {
      named.add(metric.group());
    }
    // These need a load; Measures tells them of one, which MeasuresTest shows.
    named.removeAll(Set.of("dockline_load_failed", "dockline_reconciliation_hours_differing"));
    String scraped = scrape(named);

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(named).allSatisfy(name -> assertThat(scraped).containsPattern("(?m)^" + name));
  }

  @Test
  void onlyReadingIsPossible() throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(dashboard.address() + "/api/v1/contracts"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
  }

  private static String scrape(Set<String> wanted) throws Exception {
    String scraped = "";
    for (int i = 0; i < 100; i++) {
      scraped = get("/actuator/prometheus", "Accept", "text/plain").body();
      if (wanted.stream().allMatch(scraped::contains)) {
        return scraped;
      }
      Thread.sleep(100);
    }
    return scraped;
  }

  private static String events(String question) throws Exception {
    HttpResponse<Stream<String>> stream =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(dashboard.address() + "/api/v1/changes" + question))
                .timeout(Duration.ofSeconds(20))
                .build(),
            HttpResponse.BodyHandlers.ofLines());
    StringBuilder said = new StringBuilder();
    try (Stream<String> lines = stream.body()) {
      lines
          .takeWhile(line -> !line.isEmpty() || !said.toString().contains("data:"))
          .forEach(line -> said.append(line).append('\n'));
    }
    return said.toString();
  }

  private static JSONObject await(String path, String field) throws Exception {
    for (int i = 0; i < 200; i++) {
      JSONObject answer = new JSONObject(get(path).body());
      if (answer.has(field)) {
        return answer;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(path + " never told " + field);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(dashboard.address() + path.replace(" ", "%20")))
            .timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
