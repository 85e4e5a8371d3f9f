package org.dockline.stream.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.PollReportJson;
import org.dockline.station.wire.RejectionJson;
import org.dockline.stream.topic.TopicPart;
import org.dockline.stream.topic.TopicReach;
import org.dockline.stream.topic.TopicRecord;
import org.jspecify.annotations.Nullable;

/** Topics at hand, cut into micro-batches that are the same whenever they are read again. */
public final class TopicLog implements TopicReach {

  /** Stands for an incarnation of each topic. */
  public static final Map<String, String> INCARNATIONS =
      Map.of(Topics.STATIONS, "5f0c9b1e", Topics.POLLS, "01234567", Topics.REJECTED, "89abcdef");

  private final List<List<TopicRecord>> batches = new ArrayList<>();
  private final Map<TopicPart, Long> ends = new TreeMap<>();
  private List<TopicRecord> open = new ArrayList<>();

  /** Appends an observation. */
  public TopicLog add(StationObservation o) {
    return add(Topics.STATIONS, o.polledAt(), ObservationJson.encode(o));
  }

  /** Appends a report. */
  public TopicLog add(PollReport report) {
    return add(Topics.POLLS, report.startedAt(), PollReportJson.encode(report));
  }

  /** Appends a rejection. */
  public TopicLog add(Rejection rejection) {
    return add(Topics.REJECTED, rejection.polledAt(), RejectionJson.encode(rejection));
  }

  /** Appends what nobody can read. */
  public TopicLog addText(String topic, Instant time, String text) {
    return add(topic, time, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends any value; null for none. */
  public TopicLog add(String topic, Instant time, byte @Nullable [] value) {
    TopicPart part = new TopicPart(topic, 0);
    long offset = ends.merge(part, 1L, Long::sum) - 1;
    open.add(new TopicRecord(part, offset, time, value));
    return this;
  }

  /** Ends a micro-batch: what follows belongs to the next one. */
  public TopicLog cut() {
    if (!open.isEmpty()) {
      open.sort(java.util.Comparator.comparing(TopicRecord::part));
      batches.add(List.copyOf(open));
      open = new ArrayList<>();
    }
    return this;
  }

  /** The micro-batches, each with the records of a part together. */
  public List<List<TopicRecord>> batches() {
    cut();
    return batches;
  }

  @Override
  public Map<TopicPart, Offsets> list() {
    Map<TopicPart, Offsets> reach = new TreeMap<>();
    ends.forEach((part, end) -> reach.put(part, new Offsets(0, end)));
    return reach;
  }
}
