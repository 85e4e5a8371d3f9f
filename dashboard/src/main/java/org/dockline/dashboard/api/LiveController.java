package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dockline.dashboard.live.Figures;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Contracts;
import org.dockline.station.Distance;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is so now: contracts, stations, stations nearby. */
@RestController
@RequestMapping("/api/v1")
public class LiveController {

  /** Shorter than what is between two snapshots, so that nobody is late for long. */
  static final Duration FRESH = Duration.ofSeconds(3);

  private static final int PAGE = 10_000;
  private static final int NEARBY = 100;
  private static final double WITHIN_M = 50_000;

  private static final List<String> CONTRACTS =
      List.of(
          "contract",
          "commercial_name",
          "country_code",
          "time_zone",
          "stations",
          "stations_known",
          "bikes",
          "docks",
          "observed_at");

  private final LiveDocuments live;
  private final Contracts contracts;

  /** Serves these. */
  public LiveController(LiveDocuments live, Contracts contracts) {
    this.live = live;
    this.contracts = contracts;
  }

  /** All contracts with a station. */
  @GetMapping("/contracts")
  public void contracts(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Question.of(request);
    live.get("contracts", Form.of(request), this::contracts).send(request, response, FRESH);
  }

  private void contracts(Told told, Moment moment) {
    Facts.about(told, moment);
    told.rows("contracts", CONTRACTS);
    moment.board().figures().forEach((contract, figures) -> told.row(values(contract, figures)));
    told.endRows();
  }

  private @Nullable Object[] values(String contract, Figures figures) {
    return new @Nullable Object[] {
      contract,
      contracts.brand(contract),
      contracts.countryCode(contract).orElse(null),
      contracts.zone(contract).getId(),
      figures.stations(),
      figures.reporting(),
      figures.bikes(),
      figures.docks(),
      figures.newest()
    };
  }

  /** The stations of a contract: all, or a page of them. */
  @GetMapping("/contracts/{contract}/stations")
  public void stations(
      @PathVariable String contract, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Question question = Question.of(request, "limit", "after");
    Form form = Form.of(request);
    StationRows.of(live.moment(), contract);
    if (question.find("limit") == null && question.find("after") == null) {
      live.get("stations/" + contract, form, (told, moment) -> all(told, moment, contract))
          .send(request, response, FRESH);
      return;
    }
    int limit = question.number("limit", PAGE, 1, PAGE);
    Moment moment = live.moment();
    Document.of(form, live.tag(), told -> page(told, moment, contract, question, limit))
        .send(request, response, FRESH);
  }

  private static void all(Told told, Moment moment, String contract) {
    Facts.about(told, moment);
    rows(told, StationRows.of(moment, contract).values(), moment);
  }

  private static void page(
      Told told, Moment moment, String contract, Question question, int limit) {
    String after = question.find("after");
    Collection<StationObservation> rest =
        after == null
            ? StationRows.of(moment, contract).values()
            : StationRows.of(moment, contract)
                .tailMap(new StationKey(contract, after + "\0"))
                .values();
    List<StationObservation> page = rest.stream().limit(limit).toList();
    Facts.about(told, moment);
    rows(told, page, moment);
    told.fact("next", page.size() < rest.size() ? page.getLast().key().stationId() : null);
  }

  private static void rows(Told told, Collection<StationObservation> stations, Moment moment) {
    told.rows("stations", StationRows.COLUMNS);
    stations.forEach(o -> told.row(StationRows.values(o, moment)));
    told.endRows();
  }

  /** One station. */
  @GetMapping("/stations/{contract}/{id}")
  public void station(
      @PathVariable String contract,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Question.of(request);
    Form form = Form.of(request);
    StationRows.checkName(contract);
    StationRows.checkName(id);
    Moment moment = live.moment();
    StationObservation station =
        moment
            .snapshot()
            .find(new StationKey(contract, id))
            .orElseThrow(
                () ->
                    ProblemException.absent("there is no station " + contract + "/" + id + " now"));
    Document.of(form, live.tag(), told -> one(told, station, moment))
        .send(request, response, FRESH);
  }

  private static void one(Told told, StationObservation station, Moment moment) {
    if (told instanceof Json) {
      Facts.about(told, moment);
      @Nullable Object[] values = StationRows.values(station, moment);
      for (int i = 0; i < values.length; i++) {
        told.fact(StationRows.COLUMNS.get(i), values[i]);
      }
    } else {
      rows(told, List.of(station), moment);
    }
  }

  /** The stations nearest to a place. */
  @GetMapping("/nearby")
  public void nearby(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Question question = Question.of(request, "lat", "lon", "limit");
    double lat = question.decimal("lat", -90, 90);
    double lon = question.decimal("lon", -180, 180);
    int limit = question.number("limit", 10, 1, NEARBY);
    Moment moment = live.moment();
    List<Map.Entry<Double, StationObservation>> nearest = nearest(moment, lat, lon, limit);
    Document.of(Form.of(request), live.tag(), told -> nearby(told, nearest, moment))
        .send(request, response, FRESH);
  }

  private static List<Map.Entry<Double, StationObservation>> nearest(
      Moment moment, double lat, double lon, int limit) {
    List<Map.Entry<Double, StationObservation>> found = new ArrayList<>();
    for (StationObservation o : moment.snapshot().stations().values()) {
      Double km = Distance.km(lat, lon, o.place().latitude(), o.place().longitude());
      if (km != null && km * 1_000 <= WITHIN_M) {
        found.add(Map.entry(km * 1_000, o));
      }
    }
    return found.stream()
        .sorted(Comparator.comparing(Map.Entry<Double, StationObservation>::getKey))
        .limit(limit)
        .toList();
  }

  private static void nearby(
      Told told, List<Map.Entry<Double, StationObservation>> nearest, Moment moment) {
    Facts.about(told, moment);
    List<String> columns = new ArrayList<>(List.of("distance_m"));
    columns.addAll(StationRows.COLUMNS);
    told.rows("stations", columns);
    for (Map.Entry<Double, StationObservation> station : nearest) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(Math.round(Objects.requireNonNull(station.getKey())));
      for (Object value : StationRows.values(station.getValue(), moment)) {
        values.add(value);
      }
      told.row(values.toArray());
    }
    told.endRows();
  }
}
