package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.jspecify.annotations.Nullable;

/** The file with the pipeline's facts beside each live snapshot. */
public final class PipelineFactsJson {

  private PipelineFactsJson() {}

  /** UTF-8 text of one JSON object. */
  public static byte[] encode(PipelineFacts facts) {
    return JsonFields.object(json -> write(json, facts));
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IOException when it is something else
   */
  public static PipelineFacts decode(byte[] text) throws IOException {
    return SnapshotJson.read(text, json -> new Fields().read(json));
  }

  private static void write(JsonGenerator json, PipelineFacts f) throws IOException {
    JsonFields.time(json, "as_of", f.asOf());
    json.writeNumberField("batch_id", f.batchId());
    json.writeBooleanField("catching_up", f.catchingUp());
    json.writeNumberField("rejected_total", f.rejectedTotal());
    json.writeNumberField("undecodable", f.undecodable());
    json.writeArrayFieldStart("topics");
    for (TopicProgress t : f.topics()) {
      json.writeStartObject();
      json.writeStringField("topic", t.topic());
      json.writeNumberField("partition", t.partition());
      json.writeNumberField("read_to", t.readTo());
      json.writeNumberField("end", t.end());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("polls");
    for (PollSummary p : f.polls()) {
      write(json, p);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rejected_samples");
    for (Rejection r : f.rejectedSamples()) {
      json.writeStartObject();
      RejectionJson.write(json, r);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, PollSummary p) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("last");
    PollReportJson.write(json, p.last());
    json.writeEndObject();
    JsonFields.time(json, "last_success_at", p.lastSuccessAt());
    json.writeNumberField("calls", p.calls());
    json.writeNumberField("failures", p.failures());
    json.writeEndObject();
  }

  private static final class Fields {
    private Instant asOf = Instant.EPOCH;
    private long batchId;
    private boolean catchingUp;
    private long rejectedTotal;
    private long undecodable;
    private final List<TopicProgress> topics = new ArrayList<>();
    private final List<PollSummary> polls = new ArrayList<>();
    private final List<Rejection> samples = new ArrayList<>();

    PipelineFacts read(JsonParser json) throws IOException {
      JsonFields.readObject(json, this::field);
      return new PipelineFacts(
          asOf, batchId, catchingUp, topics, polls, rejectedTotal, samples, undecodable);
    }

    private void field(String field, JsonParser json) throws IOException {
      switch (field) {
        case "as_of" -> asOf = Instant.parse(json.getText());
        case "batch_id" -> batchId = json.getLongValue();
        case "catching_up" -> catchingUp = json.getBooleanValue();
        case "rejected_total" -> rejectedTotal = json.getLongValue();
        case "undecodable" -> undecodable = json.getLongValue();
        case "topics" -> elements(json, p -> topics.add(topic(p)));
        case "polls" -> elements(json, p -> polls.add(poll(p)));
        case "rejected_samples" -> elements(json, p -> samples.add(RejectionJson.read(p)));
        default -> json.skipChildren();
      }
    }

    private interface Element {
      void read(JsonParser json) throws IOException;
    }

    private static void elements(JsonParser json, Element element) throws IOException {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        element.read(json);
      }
    }

    private static TopicProgress topic(JsonParser json) throws IOException {
      FlatObject o = FlatObject.read(json);
      return new TopicProgress(
          o.text("topic"),
          Math.toIntExact(o.number("partition")),
          o.number("read_to"),
          o.number("end"));
    }

    private static PollSummary poll(JsonParser json) throws IOException {
      @Nullable PollReport[] last = {null};
      @Nullable Instant[] success = {null};
      long[] counts = {0, 0};
      JsonFields.readObject(
          json,
          (field, value) -> {
            switch (field) {
              case "last" -> last[0] = PollReportJson.read(value);
              case "last_success_at" -> success[0] = Instant.parse(value.getText());
              case "calls" -> counts[0] = value.getLongValue();
              case "failures" -> counts[1] = value.getLongValue();
              default -> value.skipChildren();
            }
          });
      PollReport report = last[0];
      if (report == null) {
        throw new IOException("field last is absent");
      }
      return new PollSummary(report, success[0], counts[0], counts[1]);
    }
  }
}
