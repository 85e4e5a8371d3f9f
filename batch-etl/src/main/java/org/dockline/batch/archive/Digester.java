package org.dockline.batch.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dockline.batch.log.LogTopic;
import org.dockline.batch.log.RawRecord;
import org.dockline.batch.survey.LogDigest;
import org.dockline.batch.survey.LogDigestText;
import org.dockline.batch.survey.ReportDigest;
import org.dockline.station.PollReport;
import org.dockline.station.wire.PollReportJson;
import org.jspecify.annotations.Nullable;

/** Sees each record of a file once, and says afterwards what its footer tells. */
final class Digester {
  private final LogTopic topic;
  private final String identity;
  private final LogDigest observations = new LogDigest();
  private final ReportDigest reports = new ReportDigest();
  private FileFacts.@Nullable Times times;
  private long records;

  Digester(LogTopic topic, String identity) {
    this.topic = topic;
    this.identity = identity;
  }

  void add(RawRecord r) {
    records++;
    times = times == null ? FileFacts.Times.of(r.timestamp()) : times.then(r.timestamp());
    switch (topic) {
      case STATIONS -> observations.add(key(r), r.offset(), r.timestamp());
      case POLLS ->
          Optional.ofNullable(r.value()).flatMap(PollReportJson::decode).ifPresent(reports::add);
      case REJECTED -> {
        // Nobody asks a rejection without reading it.
      }
    }
  }

  FileFacts facts() {
    return new FileFacts(identity, records, Optional.ofNullable(times), digest());
  }

  /** The reports of a digest of polls. */
  static List<PollReport> reports(FileFacts facts) {
    List<PollReport> reports = new ArrayList<>();
    facts
        .digest()
        .lines()
        .map(line -> PollReportJson.decode(line.getBytes(StandardCharsets.UTF_8)))
        .forEach(report -> report.ifPresent(reports::add));
    return reports;
  }

  /** Null when the record has no key. */
  static @Nullable String key(RawRecord r) {
    byte[] key = r.key();
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }

  private String digest() {
    return switch (topic) {
      case STATIONS -> LogDigestText.encode(observations);
      case POLLS ->
          String.join(
              "\n",
              reports.reports().stream()
                  .map(r -> new String(PollReportJson.encode(r), StandardCharsets.UTF_8))
                  .toList());
      case REJECTED -> "";
    };
  }
}
