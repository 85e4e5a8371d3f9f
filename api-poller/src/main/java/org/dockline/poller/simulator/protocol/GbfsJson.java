package org.dockline.poller.simulator.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.StationFacts;
import org.dockline.poller.simulator.world.StationReport;

/** The files of one GBFS system, in one version. */
public final class GbfsJson {

  /** The files behind the discovery file, by name. */
  public static final List<String> FILES =
      List.of("system_information", "vehicle_types", "station_information", "station_status");

  private static final Duration TTL_OF_STATUS = Duration.ofSeconds(10);
  private static final Duration TTL_OF_THE_REST = Duration.ofMinutes(5);
  private static final String MECHANICAL = "mechanical";
  private static final String ELECTRICAL = "electrical";
  private static final String ATTRIBUTION = "Dockline simulator";
  private static final String LICENSE = "CC0-1.0";
  private static final int RANGE_METERS = 60_000;

  private final GbfsDialect dialect;
  private final City city;
  private final Instant now;

  private GbfsJson(GbfsDialect dialect, City city, Instant now) {
    this.dialect = dialect;
    this.city = city;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The files as GBFS 2.3 has them. */
  public static GbfsJson v2(City city, Instant now) {
    return new GbfsJson(GbfsDialect.V2, city, now);
  }

  /** The files as GBFS 3.0 has them. */
  public static GbfsJson v3(City city, Instant now) {
    return new GbfsJson(GbfsDialect.V3, city, now);
  }

  /**
   * {@code gbfs.json}.
   *
   * @param base the address that file names are added to, with a slash at its end
   */
  public JsonBody discovery(String base) {
    return file(
        TTL_OF_THE_REST,
        json -> {
          if (dialect == GbfsDialect.V2) {
            json.writeObjectFieldStart(city.language());
          }
          json.writeArrayFieldStart("feeds");
          for (String name : FILES) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("url", base + name + ".json");
            json.writeEndObject();
          }
          json.writeEndArray();
          if (dialect == GbfsDialect.V2) {
            json.writeEndObject();
          }
        });
  }

  /** {@code system_information.json}. */
  public JsonBody systemInformation() {
    String name = city.contract().commercialName();
    return file(
        TTL_OF_THE_REST,
        json -> {
          json.writeStringField("system_id", city.contract().name());
          if (dialect == GbfsDialect.V2) {
            json.writeStringField("language", city.language());
          } else {
            json.writeArrayFieldStart("languages");
            json.writeString(city.language());
            json.writeEndArray();
            json.writeStringField("opening_hours", "24/7");
          }
          dialect.text(json, "name", name == null ? city.city() : name, city.language());
          json.writeStringField("feed_contact_email", "feeds@example.org");
          json.writeStringField("timezone", city.contract().zone().getId());
          dialect.text(json, "attribution_organization_name", ATTRIBUTION, "en");
          json.writeStringField("license_id", LICENSE);
        });
  }

  /** {@code vehicle_types.json}. */
  public JsonBody vehicleTypes() {
    return file(
        TTL_OF_THE_REST,
        json -> {
          json.writeArrayFieldStart("vehicle_types");
          vehicleType(json, MECHANICAL, "human");
          vehicleType(json, ELECTRICAL, "electric_assist");
          json.writeEndArray();
        });
  }

  /** {@code station_information.json}. */
  public JsonBody stationInformation(List<ShownStation> stations) {
    return file(
        TTL_OF_THE_REST,
        json -> {
          json.writeArrayFieldStart("stations");
          for (ShownStation s : stations) {
            information(json, s.facts());
          }
          json.writeEndArray();
        });
  }

  /** {@code station_status.json}. */
  public JsonBody stationStatus(List<ShownStation> stations) {
    return file(
        TTL_OF_STATUS,
        json -> {
          json.writeArrayFieldStart("stations");
          for (ShownStation s : stations) {
            status(json, s);
          }
          json.writeEndArray();
        });
  }

  private JsonBody file(Duration ttl, JsonBody data) {
    return json -> {
      json.writeStartObject();
      dialect.time(json, "last_updated", now);
      json.writeNumberField("ttl", ttl.toSeconds());
      json.writeStringField("version", dialect.version());
      json.writeObjectFieldStart("data");
      data.write(json);
      json.writeEndObject();
      json.writeEndObject();
    };
  }

  private static void vehicleType(JsonGenerator json, String id, String propulsion)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("vehicle_type_id", id);
    json.writeStringField("form_factor", "bicycle");
    json.writeStringField("propulsion_type", propulsion);
    if (id.equals(ELECTRICAL)) {
      json.writeNumberField("max_range_meters", RANGE_METERS);
    }
    json.writeEndObject();
  }

  private void information(JsonGenerator json, StationFacts f) throws IOException {
    json.writeStartObject();
    json.writeStringField("station_id", Integer.toString(f.number()));
    dialect.text(json, "name", f.name(), city.language());
    json.writeStringField("address", f.address());
    json.writeNumberField("lat", f.latitude());
    json.writeNumberField("lon", f.longitude());
    json.writeNumberField("capacity", f.capacity());
    json.writeEndObject();
  }

  private void status(JsonGenerator json, ShownStation s) throws IOException {
    StationReport r = s.report();
    json.writeStartObject();
    json.writeStringField("station_id", Integer.toString(s.facts().number()));
    json.writeNumberField("num_" + dialect.vehicles() + "_available", r.bikes());
    json.writeNumberField("num_" + dialect.vehicles() + "_disabled", 0);
    json.writeArrayFieldStart("vehicle_types_available");
    count(json, MECHANICAL, r.mechanicalBikes());
    count(json, ELECTRICAL, r.electricalBikes());
    json.writeEndArray();
    json.writeNumberField("num_docks_available", r.docks());
    json.writeNumberField("num_docks_disabled", r.brokenDocks());
    json.writeBooleanField("is_installed", true);
    json.writeBooleanField("is_renting", r.open());
    json.writeBooleanField("is_returning", r.open());
    dialect.lastReported(json, s.lastReported());
    json.writeEndObject();
  }

  private static void count(JsonGenerator json, String type, int count) throws IOException {
    json.writeStartObject();
    json.writeStringField("vehicle_type_id", type);
    json.writeNumberField("count", count);
    json.writeEndObject();
  }
}
