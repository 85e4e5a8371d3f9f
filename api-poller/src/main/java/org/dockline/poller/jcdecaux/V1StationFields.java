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

/** One station of {@code /vls/v1/stations}. */
final class V1StationFields extends StationFields {

  static final String CONTRACT = "contract_name";

  private @Nullable Integer capacity;
  private @Nullable Integer bikes;
  private @Nullable Integer docks;

  V1StationFields(Instant polledAt) {
    super(polledAt);
  }

  @Override
  void readOwn(String field, JsonParser json) throws IOException {
    switch (field) {
      case CONTRACT -> readContract(field, json);
      case "bike_stands" -> capacity = Values.count(field, json);
      case "available_bikes" -> bikes = Values.count(field, json);
      case "available_bike_stands" -> docks = Values.count(field, json);
      case "last_update" -> reported(ReportTime.millis(field, json, polledAt), field, json);
      case "position" -> Json.readNested(field, json, this::readPosition);
      default -> extra.keep(field, json);
    }
  }

  private void readPosition(String field, JsonParser json) throws IOException {
    switch (field) {
      case "position.lat" -> readLatitude(field, json);
      case "position.lng" -> readLongitude(field, json);
      default -> extra.keep(field, json);
    }
  }

  @Override
  String contractField() {
    return CONTRACT;
  }

  @Override
  Source source() {
    return Source.JCDECAUX_V1;
  }

  @Override
  Counts counts() {
    return new Counts(capacity, bikes, docks, null, null, null, null);
  }

  @Override
  Flags flags(@Nullable Boolean banking, @Nullable Boolean bonus) {
    return new Flags(banking, bonus, null, null);
  }
}
