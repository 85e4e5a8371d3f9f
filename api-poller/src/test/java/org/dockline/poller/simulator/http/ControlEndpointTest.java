package org.dockline.poller.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.dockline.poller.simulator.protocol.ShownStation;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.World;
import org.junit.jupiter.api.Test;

/** Bikes that are moved by hand. */
class ControlEndpointTest {

  private Instant now = Instant.parse("2026-03-11T12:00:07Z");
  private final Simulation simulation = new Simulation(World.of(1, 1_200), () -> now);
  private final SimulatorRoutes routes = new SimulatorRoutes(simulation);
  private final City dublin = simulation.findCity("dublin").orElseThrow();

  @Test
  void aMovedBikeShowsAtOnceWithANewTime() throws IOException {
    ShownStation from = first(s -> s.report().bikes() > 2);
    ShownStation to = first(s -> s.report().docks() > 2 && !s.facts().equals(from.facts()));

    Answer answer = move(from, to, 2);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(body(answer)).contains("\"bikes\":" + (from.report().bikes() - 2));
    assertThat(again(from).report().bikes()).isEqualTo(from.report().bikes() - 2);
    assertThat(again(from).report().docks()).isEqualTo(from.report().docks() + 2);
    assertThat(again(to).report().bikes()).isEqualTo(to.report().bikes() + 2);
    assertThat(again(to).report().lastUpdate()).isAfter(to.report().lastUpdate());
    assertThat(again(from).report().lastUpdate()).isEqualTo(Instant.parse("2026-03-11T12:00:07Z"));
    assertThat(again(from).lastReported()).isEqualTo(again(from).report().lastUpdate());
  }

  @Test
  void twoMovesAddUpAndStayInTheStation() {
    ShownStation from = first(s -> s.report().bikes() > 2);
    ShownStation to = first(s -> s.report().docks() > 2 && !s.facts().equals(from.facts()));
    move(from, to, 1);
    move(from, to, 1);

    assertThat(again(from).report().bikes()).isEqualTo(from.report().bikes() - 2);
    for (int hour = 1; hour < 48; hour++) {
      now = now.plusSeconds(3_600);
      for (ShownStation s : List.of(again(from), again(to))) {
        assertThat(s.report().bikes()).isNotNegative();
        assertThat(s.report().docks()).isNotNegative();
        assertThat(s.report().mechanicalBikes() + s.report().electricalBikes())
            .isEqualTo(s.report().bikes());
      }
    }
  }

  @Test
  void moreThanThereIsCanNotBeMoved() throws IOException {
    ShownStation from = first(s -> s.report().bikes() == 3);
    ShownStation to = first(s -> s.report().docks() > 5);

    Answer answer = move(from, to, 4);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(body(answer)).contains("There are 3 bikes to take");
    assertThat(again(from)).isEqualTo(from);
  }

  @Test
  void whatIsNoMoveIsRefused() {
    assertThat(control("POST", "contract=dublin&from=1&to=nothing", true).status()).isEqualTo(400);
    assertThat(control("POST", "contract=nowhere&from=1&to=2", true).status()).isEqualTo(400);
    assertThat(control("POST", "contract=dublin&from=1&to=2&bikes=-1", true).status())
        .isEqualTo(400);
    assertThat(control("POST", "contract=dublin&from=1&to=2&bikes=x", true).status())
        .isEqualTo(400);
    assertThat(control("GET", "contract=dublin&from=1&to=2", true).status()).isEqualTo(405);
  }

  @Test
  void otherMachinesMayNotMoveBikes() {
    assertThat(control("POST", "contract=dublin&from=1&to=2", false).status()).isEqualTo(403);
  }

  private Answer move(ShownStation from, ShownStation to, int bikes) {
    return control(
        "POST",
        "contract=dublin&from=%d&to=%d&bikes=%d"
            .formatted(from.facts().number(), to.facts().number(), bikes),
        true);
  }

  private Answer control(String method, String query, boolean fromHere) {
    URI uri = URI.create("/control/move?" + query);
    return routes.answer(Request.of(method, uri, "http://127.0.0.1", fromHere));
  }

  private ShownStation first(Predicate<ShownStation> wanted) {
    return simulation.of(dublin, now).stream()
        .filter(s -> s.report().open() && wanted.test(s))
        .findFirst()
        .orElseThrow();
  }

  private ShownStation again(ShownStation shown) {
    return simulation.of(dublin, now).stream()
        .filter(s -> s.facts().equals(shown.facts()))
        .findFirst()
        .orElseThrow();
  }

  private static String body(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.body().writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
