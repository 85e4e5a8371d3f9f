package org.dockline.poller.jcdecaux;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.dockline.poller.decode.Extra;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Mapped;
import org.dockline.poller.decode.ReportTime;
import org.dockline.poller.decode.Values;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one station while its JSON is read: what v1 and v3 have in common. */
abstract class StationFields implements Json.FieldReader {

  final Instant polledAt;
  final Extra extra = new Extra();
  private @Nullable String contract;
  private @Nullable String number;
  private @Nullable String name;
  private @Nullable String address;
  private @Nullable Double latitude;
  private @Nullable Double longitude;
  private @Nullable Boolean banking;
  private @Nullable Boolean bonus;
  private StationStatus status = StationStatus.UNKNOWN;
  private ReportTime reported = ReportTime.ABSENT;

  StationFields(Instant polledAt) {
    this.polledAt = polledAt;
  }

  /** Reads a field that the two versions do not share, or keeps it as an extra one. */
  abstract void readOwn(String field, JsonParser json) throws IOException;

  abstract Source source();

  abstract Counts counts();

  abstract Flags flags(@Nullable Boolean banking, @Nullable Boolean bonus);

  @Override
  public final void read(String field, JsonParser json) throws IOException {
    switch (field) {
      case "number" -> number = number(field, json);
      case "name" -> name = Values.text(field, json);
      case "address" -> address = Values.text(field, json);
      case "banking" -> banking = Values.flag(field, json);
      case "bonus" -> bonus = Values.flag(field, json);
      case "status" -> status = status(field, json);
      default -> readOwn(field, json);
    }
  }

  final Mapped build() throws FieldException {
    return new Mapped(observation(), reported.impossible() ? 1 : 0);
  }

  private StationObservation observation() throws FieldException {
    return new StationObservation(
        new StationKey(
            Values.required(contractField(), contract), Values.required("number", number)),
        new Place(name, address, latitude, longitude),
        counts(),
        status,
        flags(banking, bonus),
        reported.time(),
        null,
        polledAt,
        source(),
        extra.text(),
        true);
  }

  abstract String contractField();

  final void readContract(String field, JsonParser json) throws IOException {
    String spelling = Values.text(field, json);
    if (spelling != null) {
      contract = ContractCatalogue.canonicalName(spelling);
      if (contract.isEmpty() || contract.indexOf('/') >= 0) {
        throw new FieldException(field, spelling, "must not be blank nor hold '/'");
      }
    }
  }

  final void readLatitude(String field, JsonParser json) throws IOException {
    latitude = Values.degrees(field, json, 90);
  }

  final void readLongitude(String field, JsonParser json) throws IOException {
    longitude = Values.degrees(field, json, 180);
  }

  final void reported(ReportTime time, String field, JsonParser json) throws IOException {
    reported = time;
    if (time.impossible()) {
      extra.keep(field, json);
    }
  }

  private StationStatus status(String field, JsonParser json) throws IOException {
    String word = Values.text(field, json);
    return switch (word) {
      case null -> StationStatus.UNKNOWN;
      case "OPEN" -> StationStatus.OPEN;
      case "CLOSED" -> StationStatus.CLOSED;
      case "DISABLED" -> {
        extra.keep(field, json);
        yield StationStatus.CLOSED;
      }
      default -> {
        extra.keep(field, json);
        yield StationStatus.UNKNOWN;
      }
    };
  }

  private static @Nullable String number(String field, JsonParser json) throws IOException {
    Long number = Values.whole(field, json);
    if (number != null && number < 0) {
      throw new FieldException(field, Long.toString(number), "must not be negative");
    }
    return number == null ? null : Long.toString(number);
  }
}
