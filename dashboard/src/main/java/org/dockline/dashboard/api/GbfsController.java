package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Contracts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Any contract as GBFS 3.0, whatever it was asked from. */
@RestController
@RequestMapping("/gbfs/3.0/{contract}")
public class GbfsController {

  private final LiveDocuments live;
  private final Contracts contracts;
  private final ApiSettings settings;

  /** Serves these. */
  public GbfsController(LiveDocuments live, Contracts contracts, ApiSettings settings) {
    this.live = live;
    this.contracts = contracts;
    this.settings = settings;
  }

  /** Which files there are. */
  @GetMapping("/gbfs.json")
  public void discovery(
      @PathVariable String contract, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String base = base(request) + "/gbfs/3.0/" + contract + "/";
    Moment moment = checked(contract);
    List<Map<String, String>> feeds =
        List.of("system_information", "station_information", "station_status").stream()
            .map(name -> feed(name, base))
            .toList();
    response.addHeader("Vary", "Host");
    Document.of(
            Form.JSON,
            live.tag() + "-" + Integer.toHexString(base.hashCode()),
            told -> GbfsFiles.tell(told, moment, Map.of("feeds", feeds)))
        .send(request, response, LiveController.FRESH);
  }

  private static Map<String, String> feed(String name, String base) {
    Map<String, String> feed = new LinkedHashMap<>();
    feed.put("name", name);
    feed.put("url", base + name + ".json");
    return feed;
  }

  /** As the caller sees it, or as the operator has set. */
  private String base(HttpServletRequest request) {
    String set = settings.publicUrl();
    if (set != null) {
      return set;
    }
    StringBuffer url = request.getRequestURL();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  /** What the system is. */
  @GetMapping("/system_information.json")
  public void system(
      @PathVariable String contract, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send("system", contract, request, response);
  }

  /** Its stations. */
  @GetMapping("/station_information.json")
  public void stations(
      @PathVariable String contract, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send("information", contract, request, response);
  }

  /** How they are. */
  @GetMapping("/station_status.json")
  public void status(
      @PathVariable String contract, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send("status", contract, request, response);
  }

  private Object files(String file, String contract, Moment moment) {
    GbfsFiles files = new GbfsFiles(contract, contracts, settings, moment);
    return switch (file) {
      case "system" -> files.system();
      case "information" -> files.information();
      default -> files.status();
    };
  }

  private void send(
      String file, String contract, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    checked(contract);
    live.get(
            "gbfs/" + file + "/" + contract,
            Form.JSON,
            (told, moment) -> GbfsFiles.tell(told, moment, files(file, contract, moment)))
        .send(request, response, LiveController.FRESH);
  }

  private Moment checked(String contract) {
    Moment moment = live.moment();
    StationRows.of(moment, contract);
    return moment;
  }
}
