package org.dockline.poller.simulator.http;

import org.dockline.poller.simulator.protocol.JsonBody;

/** Which address gives what. */
final class SimulatorRoutes {

  private final Simulation simulation;
  private final JcdecauxEndpoint jcdecaux;
  private final GbfsEndpoint gbfs;
  private final ControlEndpoint control;

  SimulatorRoutes(Simulation simulation) {
    this.simulation = simulation;
    this.jcdecaux = new JcdecauxEndpoint(simulation);
    this.gbfs = new GbfsEndpoint(simulation);
    this.control = new ControlEndpoint(simulation);
  }

  Answer answer(Request request) {
    String first = request.path().isEmpty() ? "" : request.path().getFirst();
    if (first.equals("control")) {
      return control.answer(request);
    }
    if (!request.method().equals("GET")) {
      return Answer.error(405, "Method Not Allowed");
    }
    return switch (first) {
      case "vls" -> jcdecaux.answer(request);
      case "gbfs" -> gbfs.answer(request);
      case "health" -> Answer.json(200, health());
      default -> Answer.error(404, "Resource Not Found");
    };
  }

  private JsonBody health() {
    return json -> {
      json.writeStartObject();
      json.writeStringField("status", "UP");
      json.writeObjectFieldStart("details");
      json.writeStringField("contracts", Integer.toString(simulation.cities().size()));
      json.writeStringField("stations", Integer.toString(simulation.all().size()));
      json.writeEndObject();
      json.writeEndObject();
    };
  }
}
