package org.dockline.poller.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.dockline.poller.polling.PollBatch;
import org.dockline.poller.spool.SpooledRecord;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.PollReportJson;
import org.dockline.station.wire.RejectionJson;

/**
 * What a poll says, as records of the topics: each carries the time of its poll as its timestamp
 * and the version of its shape as a header.
 *
 * @param stationsTopic where observations go
 * @param headers of every record
 */
record TopicRecords(String stationsTopic, List<Header> headers) {

  /** Names the run that a record was sent by, so that a poller knows its own words. */
  static final String RUN_HEADER = "run";

  private static final Header SCHEMA =
      new RecordHeader(Topics.SCHEMA_HEADER, utf8(Topics.SCHEMA_VERSION));

  static TopicRecords of(String stationsTopic) {
    return new TopicRecords(stationsTopic, List.of(SCHEMA));
  }

  static TopicRecords ofRun(String stationsTopic, String run) {
    return new TopicRecords(
        stationsTopic, List.of(SCHEMA, new RecordHeader(RUN_HEADER, utf8(run))));
  }

  /** Observations and rejections. */
  List<SpooledRecord> facts(PollBatch batch) {
    List<SpooledRecord> facts = new ArrayList<>();
    for (StationObservation o : batch.observations()) {
      facts.add(record(stationsTopic, o.polledAt(), o.key().toString(), ObservationJson.encode(o)));
    }
    for (Rejection r : batch.rejections()) {
      String key = r.contract() + "/" + r.stationId();
      facts.add(record(Topics.REJECTED, r.polledAt(), key, RejectionJson.encode(r)));
    }
    return facts;
  }

  /** Reports, which must not arrive before the facts. */
  static List<SpooledRecord> reports(PollBatch batch) {
    List<SpooledRecord> reports = new ArrayList<>();
    for (PollReport r : batch.reports()) {
      String key = r.source() + "/" + r.contract();
      reports.add(record(Topics.POLLS, r.startedAt(), key, PollReportJson.encode(r)));
    }
    return reports;
  }

  ProducerRecord<byte[], byte[]> forProducer(SpooledRecord r) {
    return new ProducerRecord<>(
        r.topic(), null, r.time().toEpochMilli(), r.key(), r.value(), headers);
  }

  private static SpooledRecord record(String topic, Instant time, String key, byte[] value) {
    return new SpooledRecord(topic, time, utf8(key), value);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
