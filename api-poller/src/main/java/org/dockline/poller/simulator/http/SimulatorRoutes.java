package org.dockline.poller.simulator.http;

import org.dockline.poller.simulator.fault.Fault;
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
      case "vls" ->
          faulty(
              jcdecaux.answer(request),
              segment(request, 1),
              request.find("contract").orElse(Fault.ALL));
      case "gbfs" ->
          faulty(
              gbfs.answer(request), segment(request, 2).replace("v", "gbfs-"), segment(request, 1));
      case "health" -> Answer.json(200, health());
      default -> Answer.error(404, "Resource Not Found");
    };
  }

  private Answer faulty(Answer answer, String feed, String contract) {
    return FaultyAnswer.of(answer, simulation.faults().of(feed, contract));
  }

  private static String segment(Request request, int index) {
    return request.path().size() > index ? request.path().get(index) : "";
  }

  private JsonBody health() {
    return json -> {
      json.writeStartObject();
      json.writeStringField("status", "UP");
      json.writeObjectFieldStart("details");
      json.writeStringField("contracts", Integer.toString(simulation.cities().size()));
      json.writeStringField("stations", Integer.toString(simulation.stations()));
      json.writeEndObject();
      json.writeEndObject();
    };
  }
}
