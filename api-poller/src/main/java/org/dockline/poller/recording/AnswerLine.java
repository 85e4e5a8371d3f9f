package org.dockline.poller.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.dockline.poller.http.RecordedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a recording, as one line of JSON. {@code polled_at} and {@code stations} (an array
 * as v1 and v3 answer) or {@code body} (an object as GBFS answers) are all that must be there; what
 * this project records has more, see {@link AnswerLineReader}.
 *
 * @param polledAt when it was asked for
 * @param contract the contract that was asked for, or {@code *}; null when the line does not say
 * @param again whether it was received in an earlier poll and is repeated here because later
 *     answers rest on it
 * @param answer what came
 */
public record AnswerLine(
    Instant polledAt, @Nullable String contract, boolean again, RecordedAnswer answer) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** The same, repeated in another file. */
  AnswerLine repeated() {
    return new AnswerLine(polledAt, contract, true, answer);
  }

  /** One line, without its end. */
  String write() {
    StringWriter line = new StringWriter(answer.text().length() + 200);
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("polled_at", polledAt.toString());
      if (contract != null) {
        json.writeStringField("contract", contract);
      }
      json.writeStringField("file", answer.file());
      if (again) {
        json.writeBooleanField("again", true);
      }
      writeExchange(json);
      writeBody(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return line.toString();
  }

  private void writeExchange(JsonGenerator json) throws IOException {
    if (answer.status() != null) {
      json.writeNumberField("status", answer.status());
    }
    json.writeNumberField("latency_ms", answer.latency().toMillis());
    if (answer.simulated()) {
      json.writeBooleanField("simulated", true);
    }
    if (answer.damaged()) {
      json.writeBooleanField("damaged", true);
    }
    if (!answer.headers().isEmpty()) {
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : answer.headers().entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
    }
  }

  private void writeBody(JsonGenerator json) throws IOException {
    if (answer.failure() != null) {
      json.writeStringField("failure", answer.failure());
      return;
    }
    JsonToken whole = wholeOn(answer.text());
    if (whole == null) {
      json.writeStringField("text", answer.text());
    } else {
      json.writeFieldName(whole == JsonToken.START_ARRAY ? "stations" : "body");
      json.writeRawValue(answer.text());
    }
  }

  /** What it begins with when it is one array or object on one line; null when it is not. */
  private static @Nullable JsonToken wholeOn(String text) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      return null;
    }
    try (JsonParser json = FACTORY.createParser(text)) {
      JsonToken first = json.nextToken();
      if (first == null || !first.isStructStart()) {
        return null;
      }
      json.skipChildren();
      return json.nextToken() == null ? first : null;
    } catch (IOException e) {
      return null;
    }
  }
}
