package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.Elements;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.ReportTime;
import org.dockline.poller.decode.Values;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/** Finds the header and the wanted array of one GBFS file, as far as the file goes. */
final class GbfsDocumentReader {

  /** The part of a file that holds what the file is about; asked for by name, it is read whole. */
  static final String DATA = "data";

  /** A longer one is a mistake of the provider. */
  private static final long LONGEST_TTL_SECONDS = 86_400;

  private final AnswerText answer;
  private final String array;
  private final Instant polledAt;
  private final List<Elements> arrays = new ArrayList<>();
  private final List<FieldException> faults = new ArrayList<>();
  private @Nullable Instant lastUpdated;
  private Duration ttl = Duration.ZERO;
  private @Nullable String version;

  private GbfsDocumentReader(AnswerText answer, String array, Instant polledAt) {
    this.answer = answer;
    this.array = array;
    this.polledAt = polledAt;
  }

  /**
   * Reads a file.
   *
   * @param array name of the wanted array inside {@code data}, or inside its languages; {@link
   *     #DATA} itself for the whole of it
   * @throws IOException when there is no such array
   */
  static GbfsDocument read(AnswerText answer, String array, Instant polledAt) throws IOException {
    return new GbfsDocumentReader(answer, array, polledAt).read();
  }

  private GbfsDocument read() throws IOException {
    if (answer.text().isBlank()) {
      throw new IOException("the body is empty");
    }
    try (JsonParser json = Json.loose(answer.text())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no GBFS but '" + answer.excerpt() + "'");
      }
      readHeader(json);
    } catch (IOException e) {
      // Cut: what was found before the cut is used.
      if (arrays.isEmpty()) {
        throw new IOException("it is no GBFS but '" + answer.excerpt() + "'", e);
      }
    }
    if (arrays.isEmpty()) {
      throw new IOException("it holds no " + array + ": '" + answer.excerpt() + "'");
    }
    return new GbfsDocument(lastUpdated, ttl, version, arrays, answer.damaged(), faults);
  }

  private void readHeader(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      try {
        readHeader(field, json);
      } catch (FieldException e) {
        faults.add(e);
      }
    }
  }

  private void readHeader(String field, JsonParser json) throws IOException {
    switch (field) {
      case "last_updated" -> lastUpdated = ReportTime.secondsOrText(field, json, polledAt).time();
      case "ttl" -> ttl = seconds(Values.whole(field, json));
      case "version" -> version = Values.text(field, json);
      case DATA -> readData(json);
      default -> json.skipChildren();
    }
  }

  private void readData(JsonParser json) throws IOException {
    if (array.equals(DATA) && json.currentToken() == JsonToken.START_OBJECT) {
      arrays.add(Elements.only(answer.text(), json));
    } else {
      readData(json, 1);
    }
  }

  /** Languages are one level deeper. */
  private void readData(JsonParser json, int levels) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = json.currentName().equals(array);
      JsonToken value = json.nextToken();
      if (wanted && value == JsonToken.START_ARRAY) {
        arrays.add(Elements.read(answer.text(), json));
      } else if (levels > 0) {
        readData(json, levels - 1);
      } else {
        json.skipChildren();
      }
    }
  }

  private static Duration seconds(@Nullable Long ttl) {
    return ttl == null
        ? Duration.ZERO
        : Duration.ofSeconds(Math.clamp(ttl, 0, LONGEST_TTL_SECONDS));
  }
}
