package org.dockline.poller.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.World;
import org.junit.jupiter.api.Test;

/** What goes wrong, and what time it is, are set over HTTP. */
class FaultControlTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Simulation simulation = new Simulation(World.of(1, 300), () -> NOW);
  private final SimulatorRoutes routes = new SimulatorRoutes(simulation);
  private final City lyon = simulation.findCity("lyon").orElseThrow();

  @Test
  void faultsAreSetListedAndHealedOneByOne() throws IOException {
    assertThat(control("POST", "fault?name=429&feed=v3&value=60").status()).isEqualTo(200);
    String both = body(control("POST", "fault?name=duplicate&contract=lyon&every=9"));
    assertThat(both).contains("429:feed=v3").contains("duplicate:feed=*:contract=lyon:every=9");
    assertThat(body(control("GET", "fault"))).isEqualTo(both);
    assertThat(body(control("DELETE", "fault?name=429")))
        .contains("duplicate")
        .doesNotContain("429:");
    assertThat(body(control("DELETE", "fault"))).contains("\"faults\":[]");
  }

  @Test
  void faultOfSomeStationsIsSeenThereAndNowhereElse() {
    int well = simulation.told("v3", lyon).size();
    control("POST", "fault?name=duplicate&contract=lyon&every=9");
    assertThat(simulation.told("v3", lyon)).hasSizeBetween(well + well / 9, well + well / 9 + 1);
    City dublin = simulation.findCity("dublin").orElseThrow();
    assertThat(simulation.told("v3", dublin)).doesNotHaveDuplicates();
    control("DELETE", "fault");
    assertThat(simulation.told("v3", lyon)).hasSize(well);
  }

  @Test
  void wrongWordsAreNamed() throws IOException {
    Answer unknown = control("POST", "fault?name=meteor");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(body(unknown)).contains("'meteor'").contains("error-object");
    assertThat(control("DELETE", "fault?name=meteor").status()).isEqualTo(400);
    assertThat(control("POST", "fault?name=slow&value=x").status()).isEqualTo(400);
    assertThat(control("PUT", "fault?name=slow").status()).isEqualTo(405);
  }

  /** Brussels leaves summer time at 01:00 UTC: the world follows the local clock through it. */
  @Test
  void clockGoesBackToAChangeOfSummerTimeAndNeverAhead() {
    assertThat(control("POST", "clock?shift=-P28DT11H30M").status()).isEqualTo(200);
    assertThat(simulation.now()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(simulation.told("v3", lyon))
        .allSatisfy(
            s -> {
              if (s.lastReported() != null) {
                assertThat(s.lastReported()).isBeforeOrEqualTo(simulation.now());
              }
            });
    assertThat(control("POST", "clock?shift=PT1H").status()).isEqualTo(400);
    assertThat(control("POST", "clock?shift=yesterday").status()).isEqualTo(400);
    assertThat(control("GET", "clock").status()).isEqualTo(405);
    assertThat(simulation.now()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @Test
  void otherMachinesMayBreakNothing() {
    Request foreign =
        Request.of("POST", URI.create("/control/fault?name=hang"), "http://127.0.0.1", false);
    assertThat(routes.answer(foreign).status()).isEqualTo(403);
    assertThat(simulation.faults().list()).isEmpty();
  }

  private Answer control(String method, String what) {
    URI uri = URI.create("/control/" + what);
    return routes.answer(Request.of(method, uri, "http://127.0.0.1", true));
  }

  private static String body(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.body().writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
