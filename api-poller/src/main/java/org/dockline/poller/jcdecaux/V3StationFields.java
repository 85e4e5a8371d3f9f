package org.dockline.poller.jcdecaux;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.ReportTime;
import org.dockline.poller.decode.Values;
import org.dockline.station.Source;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.jspecify.annotations.Nullable;

/** One station of {@code /vls/v3/stations}; its counts are those of {@code totalStands}. */
final class V3StationFields extends StationFields {

  static final String CONTRACT = "contractName";

  private @Nullable Integer capacity;
  private @Nullable Integer bikes;
  private @Nullable Integer docks;
  private @Nullable Integer mechanicalBikes;
  private @Nullable Integer electricalBikes;
  private @Nullable Boolean connected;
  private @Nullable Boolean overflow;

  V3StationFields(Instant polledAt) {
    super(polledAt);
  }

  @Override
  void readOwn(String field, JsonParser json) throws IOException {
    switch (field) {
      case CONTRACT -> readContract(field, json);
      case "connected" -> connected = Values.flag(field, json);
      case "overflow" -> overflow = Values.flag(field, json);
      case "lastUpdate" -> reported(ReportTime.text(field, json, polledAt), field, json);
      case "position" -> Json.readNested(field, json, this::readPosition);
      case "totalStands" -> Json.readNested(field, json, this::readStands);
      default -> extra.keep(field, json);
    }
  }

  private void readPosition(String field, JsonParser json) throws IOException {
    switch (field) {
      case "position.latitude" -> readLatitude(field, json);
      case "position.longitude" -> readLongitude(field, json);
      default -> extra.keep(field, json);
    }
  }

  private void readStands(String field, JsonParser json) throws IOException {
    switch (field) {
      case "totalStands.capacity" -> capacity = Values.count(field, json);
      case "totalStands.availabilities" -> Json.readNested(field, json, this::readAvailabilities);
      default -> extra.keep(field, json);
    }
  }

  private void readAvailabilities(String field, JsonParser json) throws IOException {
    switch (field) {
      case "totalStands.availabilities.bikes" -> bikes = Values.count(field, json);
      case "totalStands.availabilities.stands" -> docks = Values.count(field, json);
      case "totalStands.availabilities.mechanicalBikes" ->
          mechanicalBikes = Values.count(field, json);
      case "totalStands.availabilities.electricalBikes" ->
          electricalBikes = Values.count(field, json);
      default -> extra.keep(field, json);
    }
  }

  @Override
  String contractField() {
    return CONTRACT;
  }

  @Override
  Source source() {
    return Source.JCDECAUX_V3;
  }

  @Override
  Counts counts() {
    return new Counts(capacity, bikes, docks, mechanicalBikes, electricalBikes, null, null);
  }

  @Override
  Flags flags(@Nullable Boolean banking, @Nullable Boolean bonus) {
    return new Flags(banking, bonus, connected, overflow);
  }
}
