package org.dockline.poller.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.dockline.poller.simulator.fault.Fault;
import org.dockline.poller.simulator.fault.FaultKind;

/**
 * {@code POST /control/fault?name=…}: something goes wrong from now on; {@code DELETE} heals it, or
 * everything; {@code GET} lists. {@code POST /control/clock?shift=-P30D} sets the clock back.
 */
final class FaultControl {

  private final Simulation simulation;

  FaultControl(Simulation simulation) {
    this.simulation = simulation;
  }

  Answer fault(Request request) {
    try {
      switch (request.method()) {
        case "POST" -> simulation.faults().add(Fault.of(request.query()), simulation.now());
        case "DELETE" -> heal(request.find("name"));
        case "GET" -> {}
        default -> {
          return Answer.error(405, "Faults are set by POST, healed by DELETE, listed by GET");
        }
      }
      return Answer.json(200, this::list);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Answer.error(400, String.valueOf(e.getMessage()));
    }
  }

  Answer clock(Request request) {
    if (!request.method().equals("POST")) {
      return Answer.error(405, "The clock is set with POST");
    }
    try {
      simulation.shiftClock(Duration.parse(request.find("shift").orElse("")));
      return Answer.json(200, this::list);
    } catch (DateTimeException | IllegalArgumentException e) {
      return Answer.error(400, "Wanted: shift=-PT…, a duration that is not positive");
    }
  }

  private void heal(Optional<String> name) {
    if (name.isEmpty()) {
      simulation.faults().healAll();
      return;
    }
    simulation
        .faults()
        .heal(
            FaultKind.find(name.orElseThrow())
                .orElseThrow(() -> new IllegalArgumentException("No fault is called " + name)));
  }

  private void list(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("now", simulation.now().toString());
    json.writeArrayFieldStart("faults");
    for (Fault fault : simulation.faults().list()) {
      json.writeString(fault.toString());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
