package org.dockline.poller.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.dockline.poller.simulator.protocol.ShownStation;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.SimulatedStation;

/**
 * {@code POST /control/move?contract=C&from=ID&to=ID&bikes=1}: moves bikes now, as a rider would;
 * and what {@link FaultControl} does. It listens to this machine alone.
 */
final class ControlEndpoint {

  private final Simulation simulation;
  private final FaultControl faults;

  ControlEndpoint(Simulation simulation) {
    this.simulation = simulation;
    this.faults = new FaultControl(simulation);
  }

  Answer answer(Request request) {
    if (!request.fromHere()) {
      return Answer.error(403, "Only this machine may control its simulator");
    }
    return switch (String.join("/", request.path())) {
      case "control/move" -> move(request);
      case "control/fault" -> faults.fault(request);
      case "control/clock" -> faults.clock(request);
      default -> Answer.error(404, "Resource Not Found");
    };
  }

  private Answer move(Request request) {
    if (!request.method().equals("POST")) {
      return Answer.error(405, "Bikes are moved with POST");
    }
    Optional<City> city = request.find("contract").flatMap(simulation::findCity);
    Optional<SimulatedStation> from = station(city, request.find("from"));
    Optional<SimulatedStation> to = station(city, request.find("to"));
    int bikes = bikes(request.find("bikes").orElse("1"));
    return from.isEmpty() || to.isEmpty() || bikes < 1
        ? Answer.error(
            400, "Wanted: contract=NAME&from=ID&to=ID&bikes=N with two of its stations, N from 1")
        : move(from.orElseThrow(), to.orElseThrow(), bikes);
  }

  private Answer move(SimulatedStation from, SimulatedStation to, int bikes) {
    Instant now = simulation.now();
    int standing = simulation.shown(from, now).report().bikes();
    int free = simulation.shown(to, now).report().docks();
    if (standing < bikes || free < bikes) {
      return Answer.error(
          409, "There are " + standing + " bikes to take and " + free + " docks to bring them to");
    }
    simulation.add(from, -bikes);
    simulation.add(to, bikes);
    ShownStation left = simulation.shown(from, now);
    ShownStation filled = simulation.shown(to, now);
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          write(json, "from", left);
          write(json, "to", filled);
          json.writeEndObject();
        });
  }

  private Optional<SimulatedStation> station(Optional<City> city, Optional<String> id) {
    return city.flatMap(c -> id.flatMap(i -> simulation.find(c, i)));
  }

  private static int bikes(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static void write(JsonGenerator json, String field, ShownStation s) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("station_id", Integer.toString(s.facts().number()));
    json.writeNumberField("bikes", s.report().bikes());
    json.writeNumberField("docks", s.report().docks());
    json.writeEndObject();
  }
}
