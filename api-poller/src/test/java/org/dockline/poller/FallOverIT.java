package org.dockline.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.dockline.poller.testing.PollerProcess;
import org.dockline.poller.testing.PollerRig;
import org.dockline.station.Attribution;
import org.dockline.station.Contract;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationClose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last day of v3, as the process lives through it with the launcher's small heap. */
class FallOverIT {

  @TempDir Path folder;

  private final AtomicInteger bikes = new AtomicInteger(20);
  private volatile boolean refused;
  private volatile boolean withoutLyon;
  private PollerRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = PollerRig.start(folder, this::answer);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void lyonGoesOnAsGbfsAndTheZoneOfOsloIsFoundOut() throws Exception {
    try (PollerProcess poller = rig.poller(settings())) {
      poller.await("v3", () -> poller.health().contains("jcdecaux-v3 lyon"));
      poller.await("oslo", () -> poller.health().contains("stands in for oslo since"));
      poller.await("its zone", () -> poller.log().contains("counted in Europe/Oslo"));
      refused = true;
      poller.await("the fall-over", () -> poller.health().contains("stands in for lyon since"));
      poller.await("GBFS", () -> poller.health().contains("gbfs lyon, standing in\":\"well"));
      poller.await("two more polls", () -> reports("lyon", Source.GBFS_3).size() > 2);
      assertThat(poller.log())
          .contains("lyon: GBFS stands in for jcdecaux-v3: the key was refused")
          .contains("poll feed=\"gbfs lyon, standing in\" source=gbfs-3 contract=lyon outcome=ok")
          .doesNotContain("\tat ");
      poller.terminate();
    }
    assertThat(sources("lyon/7")).containsExactly(Source.JCDECAUX_V3, Source.GBFS_3);
    assertThat(sources("oslo/1")).containsExactly(Source.GBFS_3);
    assertThat(reports("lyon", Source.GBFS_3))
        .allMatch(r -> r.standsInFor() == Source.JCDECAUX_V3)
        .allMatch(r -> r.contracts().isEmpty());
    assertThat(reports("oslo", Source.GBFS_3).getLast().contracts())
        .containsExactly(
            new Contract(
                "oslo", "Bysykkel", "NO", "Norway", ZoneId.of("Europe/Oslo"), 59.9139, 10.7522));
    assertThat(reports("oslo", Source.GBFS_3).getLast().attribution())
        .isEqualTo(new Attribution("Oslo", null, null, "CC-BY-4.0", null));
  }

  /** A power cut on the first day without v3: who spoke goes on, as if nothing had happened. */
  @Test
  void aKillWhileV3IsRefusedLeavesNoGapAndNoDoubleFlow() throws Exception {
    try (PollerProcess poller = rig.poller(settings())) {
      poller.await("v3", () -> !of("lyon/7").isEmpty());
      refused = true;
      poller.await("the fall-over", () -> reports("lyon", Source.GBFS_3).size() > 2);
      poller.kill();
    }
    // v3 answers again, without the contract: who begins with v3 would say that its stations left.
    refused = false;
    withoutLyon = true;
    int told = reports("lyon", Source.GBFS_3).size();
    try (PollerProcess poller = rig.poller(settings())) {
      poller.await("GBFS again", () -> reports("lyon", Source.GBFS_3).size() > told + 2);
      assertThat(poller.log()).contains("lyon: gbfs-3 spoke last");
      assertThat(poller.health()).contains("GBFS stands in for lyon since");
    }
    refused = true;
    try (PollerProcess poller = rig.poller(settings())) {
      poller.await("GBFS again", () -> reports("lyon", Source.GBFS_3).size() > told + 6);
      poller.terminate();
    }
    assertThat(sources("lyon/7")).containsExactly(Source.JCDECAUX_V3, Source.GBFS_3);
    List<StationObservation> lyon = of("lyon/7");
    assertThat(lyon).allMatch(StationObservation::present);
    assertThat(lyon).extracting(StationObservation::identity).doesNotHaveDuplicates();
    Flows flows = flows(lyon);
    assertThat(flows.unknown()).isZero();
    // Each bike came by GBFS, one a poll; only the change of source tells nothing of flows.
    int first = Objects.requireNonNull(firstOfGbfs(lyon).counts().bikes());
    int last = Objects.requireNonNull(lyon.getLast().counts().bikes());
    assertThat(flows.arrivals()).isEqualTo(last - first);
    assertThat(flows.departures()).isZero();
    assertThat(flows.netUnobserved()).isEqualTo(first - 8);
  }

  private static StationObservation firstOfGbfs(List<StationObservation> observations) {
    return observations.stream().filter(o -> o.source() == Source.GBFS_3).findFirst().orElseThrow();
  }

  private static Flows flows(List<StationObservation> station) {
    List<Instant> edges =
        List.of(station.getFirst().observedAt(), station.getLast().observedAt().plusMillis(1));
    return FlowCalculator.between(station.getFirst().key(), edges, StationClose.NOTHING, station)
        .flows()
        .getFirst();
  }

  private MockResponse answer(String target) {
    if (target.startsWith("/vls/v3/")) {
      return refused
          ? new MockResponse.Builder().code(403).body("{\"error\":\"Unauthorized\"}").build()
          : body(target.contains("contract=lyon") && !withoutLyon ? "[" + v3() + "]" : "[]");
    }
    String contract = target.split("/", 3)[1];
    return switch (target.split("/", 3)[2]) {
      case "gbfs.json" -> body(discovery(rig.url() + contract + "/"));
      case "system_information" ->
          body(
              file(
                  "\"name\":[{\"text\":\"Bysykkel\",\"language\":\"no\"}],"
                      + "\"attribution_organization_name\":[{\"text\":\"Oslo\",\"language\":\"no\"}],"
                      + "\"license_id\":\"CC-BY-4.0\""));
      case "station_information" ->
          body(
              file(
                  "\"stations\":[{\"station_id\":\"%s\",\"name\":\"S\",\"lat\":59.9139,\"lon\":10.7522,\"capacity\":20}]"
                      .formatted(contract.equals("lyon") ? 7 : 1)));
      default ->
          body(
              file(
                  "\"stations\":[{\"station_id\":\"%s\",\"num_vehicles_available\":%d,\"num_docks_available\":15,\"is_installed\":true,\"is_renting\":true,\"is_returning\":true,\"last_reported\":\"%s\"}]"
                      .formatted(
                          contract.equals("lyon") ? 7 : 1,
                          bikes.incrementAndGet(),
                          Instant.now())));
    };
  }

  private static String discovery(String base) {
    List<String> feeds = new ArrayList<>();
    for (String name : List.of("system_information", "station_information", "station_status")) {
      feeds.add("{\"name\":\"%s\",\"url\":\"%s\"}".formatted(name, base + name));
    }
    return file("\"feeds\":[" + String.join(",", feeds) + "]");
  }

  private static String file(String data) {
    return "{\"last_updated\":\"%s\",\"ttl\":0,\"version\":\"3.0\",\"data\":{%s}}"
        .formatted(Instant.now(), data);
  }

  private static String v3() {
    return """
        {"number":7,"contractName":"lyon","status":"OPEN","lastUpdate":"%s","connected":true,
         "totalStands":{"availabilities":{"bikes":8,"stands":12},"capacity":20}}"""
        .formatted(Instant.now());
  }

  private static MockResponse body(String text) {
    return new MockResponse.Builder().body(text).build();
  }

  private List<StationObservation> of(String key) {
    return rig.observations().stream().filter(o -> o.key().toString().equals(key)).toList();
  }

  private List<Source> sources(String key) {
    List<Source> sources = new ArrayList<>();
    of(key).stream()
        .map(StationObservation::source)
        .filter(source -> sources.isEmpty() || sources.getLast() != source)
        .forEach(sources::add);
    return sources;
  }

  private List<PollReport> reports(String contract, Source source) {
    return rig.reports().stream()
        .filter(r -> r.contract().equals(contract) && r.source() == source)
        .toList();
  }

  private Map<String, String> settings() {
    String base = rig.url();
    return Map.of(
        "DOCKLINE_SOURCE",
        "jcdecaux-v3",
        "JCDECAUX_CONTRACTS",
        "lyon,oslo",
        "GBFS_FEEDS",
        "lyon=" + base + "lyon/gbfs.json,oslo=" + base + "oslo/gbfs.json");
  }
}
