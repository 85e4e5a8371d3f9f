package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.TimedObservation;
import org.jspecify.annotations.Nullable;

/** A station's close as one JSON object: the seed of the next day, on its way or at rest. */
public final class StationCloseJson {

  private StationCloseJson() {}

  /** UTF-8 text; the same close always gives the same bytes. */
  public static byte[] encode(StationClose close) {
    return JsonFields.object(
        json -> {
          write(json, "last", close.last());
          if (close.lastKnown() != null && close.lastKnown().equals(close.last())) {
            json.writeBooleanField("last_is_known", true);
          } else {
            write(json, "last_known", close.lastKnown());
          }
          JsonFields.time(json, "newest_report", close.newestReport());
        });
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IOException when it is something else
   */
  public static StationClose decode(byte[] text) throws IOException {
    return SnapshotJson.read(text, StationCloseJson::read);
  }

  private static void write(JsonGenerator json, String field, @Nullable TimedObservation o)
      throws IOException {
    if (o != null) {
      JsonFields.time(json, field + "_observed_at", o.observedAt());
      json.writeObjectFieldStart(field);
      ObservationJson.write(json, o.observation());
      json.writeEndObject();
    }
  }

  private static final class Fields implements JsonFields.FieldReader {
    private @Nullable Instant lastAt;
    private @Nullable Instant lastKnownAt;
    private @Nullable TimedObservation last;
    private @Nullable TimedObservation lastKnown;
    private @Nullable Instant newestReport;
    private boolean lastIsKnown;

    @Override
    public void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "last_observed_at" -> lastAt = Instant.parse(json.getText());
        case "last_known_observed_at" -> lastKnownAt = Instant.parse(json.getText());
        case "last" -> last = observation(json, lastAt);
        case "last_known" -> lastKnown = observation(json, lastKnownAt);
        case "last_is_known" -> lastIsKnown = json.getBooleanValue();
        case "newest_report" -> newestReport = Instant.parse(json.getText());
        default -> json.skipChildren();
      }
    }

    private static TimedObservation observation(JsonParser json, @Nullable Instant at)
        throws IOException {
      if (at == null) {
        throw new IOException("a close's observation must follow its observed_at");
      }
      ObservationFields fields = new ObservationFields();
      JsonFields.readObject(json, fields);
      return new TimedObservation(fields.build(), at);
    }
  }

  private static StationClose read(JsonParser json) throws IOException {
    Fields fields = new Fields();
    JsonFields.readObject(json, fields);
    return new StationClose(
        fields.last, fields.lastIsKnown ? fields.last : fields.lastKnown, fields.newestReport);
  }
}
