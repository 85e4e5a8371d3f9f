package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;

/** The small files of the snapshot folder. */
public final class SnapshotJson {

  private SnapshotJson() {}

  /** Text of {@code live/CURRENT}. */
  public static byte[] encode(LivePointer p) {
    return JsonFields.object(
        json -> {
          json.writeStringField("stations", p.stationsFile());
          json.writeStringField("pipeline", p.pipelineFile());
          json.writeNumberField("batch_id", p.batchId());
          JsonFields.time(json, "as_of", p.asOf());
        });
  }

  /**
   * Reads {@code live/CURRENT}.
   *
   * @throws IOException when it is not what {@link #encode(LivePointer)} wrote
   */
  public static LivePointer decodeLivePointer(byte[] text) throws IOException {
    return read(
        text,
        json -> {
          FlatObject o = FlatObject.read(json);
          return new LivePointer(
              o.text("stations"),
              o.text("pipeline"),
              o.number("batch_id"),
              Instant.parse(o.text("as_of")));
        });
  }

  /** Text of {@code recent/CURRENT}. */
  public static byte[] encode(RecentManifest m) {
    return JsonFields.object(
        json -> {
          json.writeNumberField("batch_id", m.batchId());
          JsonFields.time(json, "as_of", m.asOf());
          json.writeArrayFieldStart("files");
          for (RecentFile file : m.files()) {
            write(json, file);
          }
          json.writeEndArray();
        });
  }

  /**
   * Reads {@code recent/CURRENT}.
   *
   * @throws IOException when it is not what {@link #encode(RecentManifest)} wrote
   */
  public static RecentManifest decodeRecentManifest(byte[] text) throws IOException {
    return read(
        text,
        json -> {
          long[] batchId = {-1};
          Instant[] asOf = {Instant.EPOCH};
          List<RecentFile> files = new ArrayList<>();
          JsonFields.readObject(
              json,
              (field, value) -> {
                switch (field) {
                  case "batch_id" -> batchId[0] = value.getLongValue();
                  case "as_of" -> asOf[0] = Instant.parse(value.getText());
                  case "files" -> {
                    while (value.nextToken() != JsonToken.END_ARRAY) {
                      files.add(readFile(value));
                    }
                  }
                  default -> value.skipChildren();
                }
              });
          return new RecentManifest(batchId[0], asOf[0], files);
        });
  }

  /** Text of {@code recent/LOADED_THROUGH}: contract to exclusive instant. */
  public static byte[] encode(Map<String, Instant> loadedThrough) {
    return JsonFields.object(
        json -> {
          for (Map.Entry<String, Instant> e : new TreeMap<>(loadedThrough).entrySet()) {
            JsonFields.time(json, e.getKey(), e.getValue());
          }
        });
  }

  /**
   * Reads {@code recent/LOADED_THROUGH}.
   *
   * @throws IOException when it is not what {@link #encode(Map)} wrote
   */
  public static Map<String, Instant> decodeLoadedThrough(byte[] text) throws IOException {
    return read(
        text,
        json -> {
          Map<String, Instant> loaded = new TreeMap<>();
          JsonFields.readObject(
              json, (field, value) -> loaded.put(field, Instant.parse(value.getText())));
          return loaded;
        });
  }

  /** Reads a whole value. */
  interface Reader<T> {
    T read(JsonParser json) throws IOException;
  }

  static <T> T read(byte[] text, Reader<T> reader) throws IOException {
    try (JsonParser json = JsonFields.FACTORY.createParser(text)) {
      json.nextToken();
      return reader.read(json);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void write(JsonGenerator json, RecentFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeNumberField("rows", file.rows());
    JsonFields.time(json, "first_polled_at", file.firstPolledAt());
    JsonFields.time(json, "last_polled_at", file.lastPolledAt());
    json.writeEndObject();
  }

  private static RecentFile readFile(JsonParser json) throws IOException {
    FlatObject o = FlatObject.read(json);
    return new RecentFile(
        o.text("path"),
        o.number("rows"),
        Instant.parse(o.text("first_polled_at")),
        Instant.parse(o.text("last_polled_at")));
  }
}
