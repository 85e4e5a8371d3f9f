package org.dockline.poller.simulator.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dockline.poller.simulator.protocol.GbfsJson;
import org.dockline.poller.simulator.protocol.JsonBody;
import org.dockline.poller.simulator.world.City;

/** {@code /gbfs/CONTRACT/v2/FILE} and {@code /gbfs/CONTRACT/v3/FILE}. */
final class GbfsEndpoint {

  private final Simulation simulation;

  GbfsEndpoint(Simulation simulation) {
    this.simulation = simulation;
  }

  Answer answer(Request request) {
    List<String> path = request.path();
    return path.size() == 4
        ? simulation
            .findCity(path.get(1))
            .flatMap(city -> file(city, path.get(2), path.get(3), request))
            .map(body -> Answer.json(200, body))
            .orElseGet(GbfsEndpoint::notFound)
        : notFound();
  }

  private Optional<JsonBody> file(City city, String version, String file, Request request) {
    Instant now = simulation.now();
    return switch (version) {
      case "v2" -> file(GbfsJson.v2(city, now), "gbfs-2", city, file, base(request));
      case "v3" -> file(GbfsJson.v3(city, now), "gbfs-3", city, file, base(request));
      default -> Optional.empty();
    };
  }

  private Optional<JsonBody> file(GbfsJson gbfs, String feed, City city, String file, String base) {
    return document(gbfs, feed, city, file, base)
        .map(document -> simulation.written(feed, city.contract().name(), document));
  }

  private Optional<JsonBody> document(
      GbfsJson gbfs, String feed, City city, String file, String base) {
    return switch (file) {
      case "gbfs.json" -> Optional.of(gbfs.discovery(base));
      case "system_information.json" -> Optional.of(gbfs.systemInformation());
      case "vehicle_types.json" -> Optional.of(gbfs.vehicleTypes());
      case "station_information.json" ->
          Optional.of(gbfs.stationInformation(simulation.told(feed, city)));
      case "station_status.json" -> Optional.of(gbfs.stationStatus(simulation.told(feed, city)));
      default -> Optional.empty();
    };
  }

  private static String base(Request request) {
    return request.base() + '/' + String.join("/", request.path().subList(0, 3)) + '/';
  }

  private static Answer notFound() {
    return Answer.text(404, "404 Not Found");
  }
}
