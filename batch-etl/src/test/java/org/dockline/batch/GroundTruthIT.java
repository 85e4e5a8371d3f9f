package org.dockline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dockline.batch.load.DayLoad;
import org.dockline.batch.load.LoadParts;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LoadSizes;
import org.dockline.batch.sql.JdbcStaging;
import org.dockline.batch.testing.MemoryLog;
import org.dockline.batch.testing.SteppedClock;
import org.dockline.batch.testing.TestWarehouse;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationStatus;
import org.dockline.station.flow.FlowOracle;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StockoutEpisode;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.dockline.station.testing.SharedFiles;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What real and simulated weeks leave in the warehouse, hour by hour and episode by episode, is
 * what an oracle says that shares nothing with the rule: it asks of each second who vouches for it.
 */
class GroundTruthIT {
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "lordhowe", ZoneId.of("Australia/Lord_Howe"),
          "kathmandu", ZoneId.of("Asia/Kathmandu"),
          "kolkata", ZoneId.of("Asia/Kolkata"));
  private static final ContractCatalogue CATALOGUE = ContractCatalogue.with(ZONES);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int STATIONS = Boolean.getBoolean("dockline.long") ? 20 : 2;

  private final SteppedClock clock = new SteppedClock("2024-04-20T05:00:00Z");
  private final MemoryLog log = new MemoryLog(CATALOGUE);
  private final TestWarehouse database = TestWarehouse.start();
  private final Warehouse warehouse = JdbcWarehouse.open(database.login(), clock);

  @AfterEach
  void close() {
    warehouse.close();
    database.close();
  }

  /** A week of each zone around its change of clocks, 23 and 25 hours and half an hour apart. */
  @Test
  void simulatedWeeksWithRepeatedLateAndUnsortedRecords() {
    List<ContractDay> firsts =
        List.of(
            day("lyon", "2026-03-26"),
            day("dublin", "2025-10-22"),
            day("lordhowe", "2026-04-02"),
            day("kathmandu", "2026-04-02"),
            day("kolkata", "2026-04-02"));
    List<StationObservation> all = new ArrayList<>();
    for (ContractDay first : firsts) {
      for (int s = 0; s < STATIONS; s++) {
        StationKey key = new StationKey(first.contract(), "s" + s);
        Instant end = week(first).getLast().settledAt();
        all.addAll(RandomHistory.of(key.hashCode(), key, first.polledFrom(), end));
      }
    }
    Random random = new Random(11);
    List<StationObservation> late = all.stream().filter(o -> random.nextInt(9) == 0).toList();
    List<StationObservation> first = new ArrayList<>(all);
    first.removeAll(late);
    all.stream().filter(o -> random.nextInt(6) == 0).forEach(first::add);
    Collections.shuffle(first, random);
    Instant pause = Instant.parse("2026-04-05T05:00:00Z");

    clock.set(pause);
    log.append(first.stream().filter(o -> o.polledAt().isBefore(pause)).toList());
    log.report(pause);
    load();
    clock.set("2026-04-20T05:00:00Z");
    log.append(first.stream().filter(o -> !o.polledAt().isBefore(pause)).toList());
    load();
    log.append(late);
    load();

    firsts.forEach(day -> assertHolds(all, day.contract(), week(day)));
  }

  @Test
  void toulouseAsItWasRecorded() throws IOException {
    assertRecording("jcd-v1-toulouse-2025-09", List.of(day("toulouse", "2025-09-30")));
  }

  @Test
  void mariborAcrossTheChangeOfClocks() throws IOException {
    assertRecording(
        "jcd-v1-maribor-2024-03",
        List.of(
            day("maribor", "2024-03-30"),
            day("maribor", "2024-03-31"),
            day("maribor", "2024-04-01")));
  }

  private void assertRecording(String folder, List<ContractDay> days) throws IOException {
    List<StationObservation> recorded = recording(folder);
    clock.set(recorded.getLast().polledAt().plus(Duration.ofDays(3)));
    log.append(recorded);
    load();
    assertHolds(recorded, days.getFirst().contract(), days);
  }

  private void assertHolds(List<StationObservation> all, String contract, List<ContractDay> days) {
    Map<StationKey, List<StationObservation>> byStation =
        all.stream()
            .filter(o -> o.key().contract().equals(contract))
            .collect(
                Collectors.groupingBy(StationObservation::key, TreeMap::new, Collectors.toList()));
    int movements = 0;
    for (Map.Entry<StationKey, List<StationObservation>> station : byStation.entrySet()) {
      movements += assertHolds(station.getKey(), station.getValue(), days);
    }
    assertThat(movements).as("a truth without a movement proves nothing").isPositive();
  }

  private int assertHolds(StationKey key, List<StationObservation> seen, List<ContractDay> days) {
    Instant first =
        seen.stream().map(StationObservation::polledAt).min(Instant::compareTo).orElseThrow();
    Instant from = first.minus(Duration.ofHours(26));
    FlowOracle oracle = new FlowOracle(from, days.getLast().end().plus(Duration.ofHours(1)), seen);
    List<Flows> expected = new ArrayList<>();
    List<StockoutEpisode> episodes = new ArrayList<>();
    for (ContractDay day : days) {
      day.hours().forEach(hour -> expected.add(oracle.flows(hour.start(), hour.end())));
      episodes.addAll(oracle.episodes(key, day.start(), day.end()));
    }
    assertThat(
            warehouse.listHours(key, days.getFirst().start(), days.getLast().end()).stream()
                .map(StationHour::flows))
        .as("%s", key)
        .isEqualTo(expected);
    assertThat(episodes(key, days)).containsExactlyInAnyOrderElementsOf(episodes);
    return expected.stream()
        .mapToInt(f -> f.arrivals() + f.departures() + Math.abs(f.netUnobserved()))
        .sum();
  }

  private List<StockoutEpisode> episodes(StationKey key, List<ContractDay> days) {
    List<StockoutEpisode> episodes = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                database.login().url(),
                database.login().user(),
                database.login().password().reveal());
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT kind, start_utc, end_utc, continues_before, continues_after"
                    + " FROM bikes.fact_stockout_episode"
                    + " WHERE station_key = ? AND local_date BETWEEN ? AND ?")) {
      query.setLong(1, key.stableHash());
      query.setObject(2, days.getFirst().date());
      query.setObject(3, days.getLast().date());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          episodes.add(
              new StockoutEpisode(
                  key,
                  StockoutEpisode.Kind.valueOf(rows.getString(1).toUpperCase(Locale.ROOT)),
                  instant(rows, 2),
                  instant(rows, 3),
                  rows.getBoolean(4),
                  rows.getBoolean(5)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return episodes;
  }

  private static Instant instant(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static List<StationObservation> recording(String folder) throws IOException {
    Path file = SharedFiles.require(folder + "/polls.ndjson.gz");
    List<StationObservation> all = new ArrayList<>();
    try (BufferedReader polls =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : polls.lines().toList()) {
        JsonNode poll = JSON.readTree(line);
        Instant polledAt = Instant.parse(poll.get("polled_at").asText());
        poll.get("stations").forEach(station -> all.add(observation(station, polledAt)));
      }
    }
    return all;
  }

  private static StationObservation observation(JsonNode v1, Instant polledAt) {
    String contract = v1.get("contract_name").asText();
    return ObservationBuilder.polledAt(polledAt)
        .station(new StationKey(contract, v1.get("number").asText()))
        .source(Source.JCDECAUX_V1)
        .capacity(v1.get("bike_stands").asInt())
        .counts(v1.get("available_bikes").asInt(), v1.get("available_bike_stands").asInt())
        .status(StationStatus.valueOf(v1.get("status").asText()))
        .reportedAt(Instant.ofEpochMilli(v1.get("last_update").asLong()))
        .build();
  }

  private void load() {
    LoadParts parts =
        new LoadParts(
            log,
            warehouse,
            new JdbcStaging(database.login()),
            SharedSpark::get,
            through -> assertThat(through).isEqualTo(warehouse.loadedThrough()),
            "load-" + clock.instant() + "-" + System.nanoTime(),
            new LoadSizes(1_000_000, 10_000, 2),
            clock);
    assertThat(new DayLoad(parts, CATALOGUE).run(LoadRequest.DUE).failed()).isZero();
  }

  private static ContractDay day(String contract, String date) {
    return new ContractDay(
        contract, LocalDate.parse(date), CATALOGUE.find(contract).orElseThrow().zone());
  }

  private static List<ContractDay> week(ContractDay first) {
    return Stream.iterate(first, ContractDay::next).limit(7).toList();
  }
}
