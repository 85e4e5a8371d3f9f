package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.dockline.poller.decode.Extra;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.ReportTime;
import org.dockline.poller.decode.Values;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationStatus;
import org.jspecify.annotations.Nullable;

/** One station of {@code station_status}. */
final class StationStatusFields implements Json.FieldReader {

  private final Instant polledAt;
  private final Map<String, VehicleKind> types;
  private final Extra extra = new Extra();
  private @Nullable String id;
  private @Nullable Integer bikes;
  private @Nullable Integer vehicles;
  private @Nullable Integer bikesDisabled;
  private @Nullable Integer vehiclesDisabled;
  private @Nullable Integer docks;
  private @Nullable Integer docksDisabled;
  private @Nullable Boolean installed;
  private @Nullable Boolean renting;
  private @Nullable Boolean returning;
  private VehicleCounts byType = VehicleCounts.NONE;
  private ReportTime reported = ReportTime.ABSENT;

  private StationStatusFields(Instant polledAt, Map<String, VehicleKind> types) {
    this.polledAt = polledAt;
    this.types = types;
  }

  static StationStatusFields of(String raw, Instant polledAt, Map<String, VehicleKind> types)
      throws IOException {
    StationStatusFields station = new StationStatusFields(polledAt, types);
    Json.readObject(raw, station);
    station.keepSecondOpinions();
    return station;
  }

  @Override
  public void read(String field, JsonParser json) throws IOException {
    switch (field) {
      case "station_id" -> id = Values.id(field, json);
      case "num_bikes_available" -> bikes = Values.count(field, json);
      case "num_vehicles_available" -> vehicles = Values.count(field, json);
      case "num_bikes_disabled" -> bikesDisabled = Values.count(field, json);
      case "num_vehicles_disabled" -> vehiclesDisabled = Values.count(field, json);
      case "num_docks_available" -> docks = Values.count(field, json);
      case "num_docks_disabled" -> docksDisabled = Values.count(field, json);
      case "is_installed" -> installed = Values.flag(field, json);
      case "is_renting" -> renting = Values.flag(field, json);
      case "is_returning" -> returning = Values.flag(field, json);
      case "last_reported" -> reported(field, json);
      case "vehicle_types_available" -> byType(field, json);
      default -> extra.keep(field, json);
    }
  }

  String id() throws IOException {
    return Values.required("station_id", id);
  }

  Counts counts(@Nullable Integer capacity) {
    return new Counts(
        capacity,
        bikes == null ? vehicles : bikes,
        docks,
        byType.of(VehicleKind.MECHANICAL_BIKE),
        byType.of(VehicleKind.ELECTRICAL_BIKE),
        bikesDisabled == null ? vehiclesDisabled : bikesDisabled,
        docksDisabled);
  }

  /** Open when installed, renting and returning; closed when one is denied. */
  StationStatus status() {
    if (Boolean.FALSE.equals(installed)
        || Boolean.FALSE.equals(renting)
        || Boolean.FALSE.equals(returning)) {
      return StationStatus.CLOSED;
    }
    return installed == null || renting == null || returning == null
        ? StationStatus.UNKNOWN
        : StationStatus.OPEN;
  }

  ReportTime reported() {
    return reported;
  }

  Extra extra() {
    return extra;
  }

  private void reported(String field, JsonParser json) throws IOException {
    reported = ReportTime.secondsOrText(field, json, polledAt);
    if (reported.impossible()) {
      extra.keep(field, json);
    }
  }

  private void byType(String field, JsonParser json) throws IOException {
    String raw = Values.raw(json);
    extra.keep(field, raw);
    byType = raw.equals("null") ? VehicleCounts.NONE : VehicleCounts.of(raw, types);
  }

  /** A file may count bikes under the names of 2.x and of 3.0 at once, and differently. */
  private void keepSecondOpinions() throws IOException {
    if (bikes != null && vehicles != null && !bikes.equals(vehicles)) {
      extra.keep("num_vehicles_available", vehicles.toString());
    }
    if (bikesDisabled != null
        && vehiclesDisabled != null
        && !bikesDisabled.equals(vehiclesDisabled)) {
      extra.keep("num_vehicles_disabled", vehiclesDisabled.toString());
    }
  }
}
