package org.dockline.stream.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.Decoding;
import org.dockline.station.LatestObservations;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.wire.ObservationRecord;
import org.dockline.station.wire.PollReportJson;
import org.dockline.station.wire.RejectionJson;
import org.dockline.stream.topic.TopicPart;
import org.dockline.stream.topic.TopicReach.Offsets;
import org.dockline.stream.topic.TopicRecord;
import org.dockline.stream.topic.TopicSlice;
import org.jspecify.annotations.Nullable;

/**
 * Everything the stream has taken in, as one value that records are merged into. Taking a record in
 * again changes nothing.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class StreamState {

  /** Behind a backlog, news older than this are not the newest. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final LatestObservations latest;
  private final PipelineTally tally;
  private @Nullable Instant lastRead;

  private StreamState(LatestObservations latest, PipelineTally tally) {
    this.latest = latest;
    this.tally = tally;
  }

  /** Nothing has been counted yet; the newest observations known from elsewhere are kept. */
  public static StreamState counting(LatestObservations known) {
    return new StreamState(known, new PipelineTally());
  }

  /** Goes on from what was put down. */
  public static StreamState of(LatestObservations known, PipelineFacts facts) {
    return new StreamState(known, PipelineTally.of(facts));
  }

  /** Takes a slice in and says what stood in it. */
  public DecodedSlice take(TopicSlice slice) {
    List<StationObservation> observations = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (TopicRecord record : slice.records()) {
      boolean first = tally.advance(record.part(), record.offset());
      Optional<String> problem = take(record, first, observations);
      problem.ifPresent(reason -> unreadable.add(record + ": " + reason));
      if (problem.isPresent() && first) {
        tally.countUndecodable();
      }
    }
    latest.addAll(observations);
    if (isStations(slice.part())) {
      lastRead = slice.records().getLast().timestamp();
    }
    return new DecodedSlice(observations, unreadable);
  }

  /** The newest observation of every station that has not left its feed, by key. */
  public Collection<StationObservation> listPresent() {
    return latest.listPresent();
  }

  /** What else has to be remembered; see {@link LatestObservations#listRest}. */
  public Collection<StationObservation> listRest() {
    return latest.listRest();
  }

  /** The newest poll of each contract that was ever seen. */
  public Map<String, Instant> newestByContract() {
    Map<String, Instant> newest = new HashMap<>();
    for (StationObservation o : latest.listAll()) {
      newest.merge(o.key().contract(), o.polledAt(), StreamState::later);
    }
    return newest;
  }

  /** What stands beside the snapshot of this moment. */
  public PipelineFacts facts(Instant asOf, long number, Map<TopicPart, Offsets> reach) {
    Instant last = lastRead;
    boolean old = last != null && last.isBefore(asOf.minus(FRESH));
    return tally.facts(asOf, number, old && tally.backlog(reach) > 0, reach);
  }

  /** Returns why the record could not be read, or nothing. */
  private Optional<String> take(
      TopicRecord record, boolean first, List<StationObservation> observations) {
    byte[] value = record.value();
    if (value == null) {
      return Optional.of("the record has no value");
    }
    return switch (record.part().topic()) {
      case Topics.POLLS -> takePoll(value, first);
      case Topics.REJECTED -> takeRejection(value, first);
      default -> takeObservation(value, record.timestamp(), observations);
    };
  }

  private Optional<String> takePoll(byte[] value, boolean first) {
    Optional<PollReport> report = PollReportJson.decode(value);
    if (first) {
      report.ifPresent(tally::count);
    }
    return report.isPresent() ? Optional.empty() : Optional.of("no report of a poll");
  }

  private Optional<String> takeRejection(byte[] value, boolean first) {
    Optional<Rejection> rejection = RejectionJson.decode(value);
    if (first) {
      rejection.ifPresent(tally::count);
    }
    return rejection.isPresent() ? Optional.empty() : Optional.of("no rejection");
  }

  private static Optional<String> takeObservation(
      byte[] value, Instant timestamp, List<StationObservation> observations) {
    return switch (ObservationRecord.decode(value, timestamp)) {
      case Decoding.Decoded<StationObservation> decoded -> {
        observations.add(decoded.value());
        yield Optional.empty();
      }
      case Decoding.Rejected<StationObservation> rejected ->
          Optional.of(rejected.rejection().reason());
    };
  }

  private static boolean isStations(TopicPart part) {
    return !part.topic().equals(Topics.POLLS) && !part.topic().equals(Topics.REJECTED);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
