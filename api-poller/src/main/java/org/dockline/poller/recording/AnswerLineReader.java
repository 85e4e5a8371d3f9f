package org.dockline.poller.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dockline.poller.decode.Elements;
import org.dockline.poller.decode.Json;
import org.dockline.poller.http.RecordedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of one line: {@code polled_at}, {@code stations} or {@code body} or {@code
 * text} (a body that is no JSON) or {@code failure} (no answer came), and what a recording of this
 * project says beside them: {@code contract}, {@code file}, {@code again}, {@code status}, {@code
 * latency_ms}, {@code simulated}, {@code damaged}, {@code headers}. Bodies are taken verbatim.
 */
final class AnswerLineReader {

  private final String line;
  private final Map<String, String> headers = new HashMap<>();
  private @Nullable Instant polledAt;
  private @Nullable String contract;
  private @Nullable String file;
  private @Nullable String text;
  private @Nullable String failure;
  private @Nullable Integer status;
  private boolean array;
  private boolean again;
  private boolean simulated;
  private boolean damaged;
  private long latency;

  private AnswerLineReader(String line) {
    this.line = line;
  }

  /**
   * Reads a line.
   *
   * @throws IOException saying what is wrong with it
   */
  static AnswerLine read(String line) throws IOException {
    AnswerLineReader fields = new AnswerLineReader(line);
    try (JsonParser json = Json.loose(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        fields.read(field, json);
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw new IOException("it ends too early");
      }
      return fields.build();
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void read(String field, JsonParser json) throws IOException {
    switch (field) {
      case "polled_at" -> polledAt = Instant.parse(json.getText());
      case "contract" -> contract = json.getText();
      case "file" -> file = json.getText();
      case "again" -> again = json.getBooleanValue();
      case "status" -> status = json.getIntValue();
      case "latency_ms" -> latency = json.getLongValue();
      case "simulated" -> simulated = json.getBooleanValue();
      case "damaged" -> damaged = json.getBooleanValue();
      case "headers" -> readHeaders(json);
      case "stations", "body" -> {
        array = json.currentToken() == JsonToken.START_ARRAY;
        text = Elements.only(line, json).texts().getFirst();
      }
      case "text" -> text = json.getText();
      case "failure" -> failure = json.getText();
      default -> json.skipChildren();
    }
  }

  private void readHeaders(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      headers.put(name, json.getText());
    }
  }

  private AnswerLine build() throws IOException {
    if (polledAt == null) {
      throw new IOException("it has no polled_at");
    }
    if (text == null && failure == null) {
      throw new IOException("it has neither stations nor body");
    }
    String body = text == null ? "" : text;
    Integer code = status == null && failure == null ? Integer.valueOf(200) : status;
    return new AnswerLine(
        polledAt,
        contract,
        again,
        new RecordedAnswer(
            file == null ? fileOf(body) : file,
            code,
            headers,
            body,
            damaged,
            simulated,
            Duration.ofMillis(latency),
            failure));
  }

  /** Which file it must be, by what stands in it. */
  private String fileOf(String body) {
    if (array) {
      return body.contains("\"contractName\"") ? "v3" : "v1";
    }
    if (body.contains("\"feeds\"")) {
      return "gbfs.json";
    }
    if (body.contains("\"num_docks_available\"") || body.contains("s_available\"")) {
      return "station_status.json";
    }
    return body.contains("\"lat\"") ? "station_information.json" : "other.json";
  }
}
