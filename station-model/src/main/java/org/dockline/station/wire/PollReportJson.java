package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dockline.station.Attribution;
import org.dockline.station.Contract;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;

/** The value of a record of {@code polls_topic}. */
public final class PollReportJson {

  private PollReportJson() {}

  /** UTF-8 text of one JSON object. */
  public static byte[] encode(PollReport r) {
    return JsonFields.object(json -> write(json, r));
  }

  /** Reads what {@link #encode} wrote; empty when it can't be read. */
  public static Optional<PollReport> decode(byte[] value) {
    try (JsonParser json = JsonFields.FACTORY.createParser(value)) {
      json.nextToken();
      return Optional.of(read(json));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static void write(JsonGenerator json, PollReport r) throws IOException {
    json.writeStringField("source", r.source().text());
    json.writeStringField("contract", r.contract());
    JsonFields.time(json, "started_at", r.startedAt());
    json.writeNumberField("latency_ms", r.latency().toMillis());
    JsonFields.number(json, "http_status", r.httpStatus());
    json.writeNumberField("bytes", r.bytes());
    json.writeNumberField("stations", r.stations());
    json.writeNumberField("sent", r.sent());
    json.writeNumberField("rejected", r.rejected());
    JsonFields.text(json, "error", r.error());
    if (r.notModified()) {
      json.writeBooleanField("not_modified", true);
    }
    if (r.simulated()) {
      json.writeBooleanField("simulated", true);
    }
    if (r.standsInFor() != null) {
      json.writeStringField("stands_in_for", r.standsInFor().text());
    }
    if (!r.contracts().isEmpty()) {
      ContractJson.write(json, "contracts", r.contracts());
    }
    if (r.attribution() != null) {
      AttributionJson.write(json, "attribution", r.attribution());
    }
  }

  /** Reads one object on whose START_OBJECT the parser stands. */
  static PollReport read(JsonParser json) throws IOException {
    Nested nested = new Nested();
    FlatObject o = FlatObject.read(json, nested);
    String source = o.text("source");
    return new PollReport(
        Source.find(source).orElseThrow(() -> new IOException("unknown source " + source)),
        o.text("contract"),
        Instant.parse(o.text("started_at")),
        Duration.ofMillis(o.number("latency_ms")),
        o.findNumber("http_status").map(Math::toIntExact).orElse(null),
        o.number("bytes"),
        Math.toIntExact(o.number("stations")),
        Math.toIntExact(o.number("sent")),
        Math.toIntExact(o.number("rejected")),
        o.find("error").orElse(null),
        o.flag("not_modified"),
        o.flag("simulated"),
        o.find("stands_in_for").flatMap(Source::find).orElse(null),
        nested.contracts,
        nested.attribution);
  }

  private static final class Nested implements JsonFields.FieldReader {
    private final List<Contract> contracts = new ArrayList<>();
    private @Nullable Attribution attribution;

    @Override
    public void read(String field, JsonParser value) throws IOException {
      switch (field) {
        case "contracts" -> contracts.addAll(ContractJson.read(value));
        case "attribution" -> attribution = AttributionJson.read(value);
        default -> value.skipChildren();
      }
    }
  }
}
