package org.dockline.poller.simulator.http;

import java.util.List;
import java.util.Optional;
import org.dockline.poller.simulator.fault.Fault;
import org.dockline.poller.simulator.protocol.JcdecauxContractsJson;
import org.dockline.poller.simulator.protocol.JcdecauxV1Json;
import org.dockline.poller.simulator.protocol.JcdecauxV3Json;
import org.dockline.poller.simulator.protocol.JsonBody;
import org.dockline.poller.simulator.protocol.ShownStation;
import org.dockline.poller.simulator.world.City;

/** {@code /vls/v1} and {@code /vls/v3}: stations of all contracts or of one, and the contracts. */
final class JcdecauxEndpoint {

  private final Simulation simulation;

  JcdecauxEndpoint(Simulation simulation) {
    this.simulation = simulation;
  }

  Answer answer(Request request) {
    if (request.find("apiKey").isEmpty()) {
      return Answer.error(403, "Unauthorized");
    }
    return switch (String.join("/", request.path())) {
      case "vls/v1/stations" -> stations(request, "v1", JcdecauxV1Json::stations);
      case "vls/v3/stations" -> stations(request, "v3", JcdecauxV3Json::stations);
      case "vls/v1/contracts", "vls/v3/contracts" ->
          Answer.json(200, JcdecauxContractsJson.contracts(simulation.cities()));
      default -> Answer.error(404, "Resource Not Found");
    };
  }

  private interface Protocol {
    JsonBody stations(List<ShownStation> stations);
  }

  private Answer stations(Request request, String feed, Protocol protocol) {
    Optional<String> contract = request.find("contract");
    if (contract.isEmpty()) {
      return written(feed, protocol.stations(simulation.told(feed)));
    }
    Optional<City> city = contract.flatMap(simulation::findCity);
    return city.isEmpty()
        ? Answer.error(400, "Specified contract does not exist")
        : written(feed, protocol.stations(simulation.told(feed, city.orElseThrow())));
  }

  private Answer written(String feed, JsonBody stations) {
    return Answer.json(200, simulation.written(feed, Fault.ALL, stations));
  }
}
