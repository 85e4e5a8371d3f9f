package org.dockline.stream.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.Attribution;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.dockline.stream.topic.TopicPart;
import org.dockline.stream.topic.TopicReach.Offsets;

/**
 * Counts what the topics tell of the pipeline itself. Each record counts once however often it is
 * read, because the tally knows how far it has counted each part.
 *
 * <p>Not safe for use by several threads at once.
 */
final class PipelineTally {

  /** How many rejected things are shown. */
  static final int SAMPLES = 50;

  /** How much of each one's raw text is shown; all of it stands in {@code rejected_topic}. */
  private static final int SAMPLE_RAW_LIMIT = 1_000;

  private static final Comparator<Rejection> NEWEST_FIRST =
      Comparator.comparing(Rejection::polledAt).reversed();

  private final Map<TopicPart, Long> readTo = new TreeMap<>();
  private final Map<String, PollSummary> polls = new TreeMap<>();
  private final List<Rejection> samples = new ArrayList<>();
  private long rejectedTotal;
  private long undecodable;

  /** Goes on from what was put down. */
  static PipelineTally of(PipelineFacts facts) {
    PipelineTally tally = new PipelineTally();
    facts.topics().forEach(t -> tally.readTo.put(part(t), t.readTo()));
    facts.polls().forEach(p -> tally.polls.put(feed(p.last()), p));
    tally.samples.addAll(facts.rejectedSamples());
    tally.rejectedTotal = facts.rejectedTotal();
    tally.undecodable = facts.undecodable();
    return tally;
  }

  /** Moves on to a record; false when it was counted before. */
  boolean advance(TopicPart part, long offset) {
    if (offset < readTo.getOrDefault(part, 0L)) {
      return false;
    }
    readTo.put(part, offset + 1);
    return true;
  }

  void count(PollReport report) {
    polls.merge(feed(report), summary(report), PipelineTally::merge);
  }

  void count(Rejection rejection) {
    rejectedTotal++;
    samples.add(shortened(rejection));
    samples.sort(NEWEST_FIRST);
    if (samples.size() > SAMPLES) {
      samples.removeLast();
    }
  }

  void countUndecodable() {
    undecodable++;
  }

  /** Everything counted, beside how far the topics reach. */
  PipelineFacts facts(
      Instant asOf, long number, boolean catchingUp, Map<TopicPart, Offsets> reach) {
    return new PipelineFacts(
        asOf,
        number,
        catchingUp,
        progress(reach),
        List.copyOf(polls.values()),
        rejectedTotal,
        samples,
        undecodable);
  }

  /** Records that are there and not yet read. */
  long backlog(Map<TopicPart, Offsets> reach) {
    return progress(reach).stream().mapToLong(t -> t.end() - t.readTo()).sum();
  }

  private List<TopicProgress> progress(Map<TopicPart, Offsets> reach) {
    Map<TopicPart, TopicProgress> progress = new TreeMap<>();
    readTo.forEach((part, read) -> progress.put(part, progress(part, read, read)));
    reach.forEach(
        (part, offsets) -> {
          long read = readTo.getOrDefault(part, offsets.first());
          progress.put(part, progress(part, read, Math.max(read, offsets.end())));
        });
    return List.copyOf(progress.values());
  }

  private static TopicProgress progress(TopicPart part, long read, long end) {
    return new TopicProgress(part.topic(), part.partition(), read, end);
  }

  private static TopicPart part(TopicProgress progress) {
    return new TopicPart(progress.topic(), progress.partition());
  }

  private static String feed(PollReport report) {
    return report.source().text() + ' ' + report.contract();
  }

  private static PollSummary summary(PollReport report) {
    return report.succeeded()
        ? new PollSummary(report, report.startedAt(), 1, 0)
        : new PollSummary(report, null, 1, 1);
  }

  private static PollSummary merge(PollSummary a, PollSummary b) {
    boolean later = a.last().startedAt().isAfter(b.last().startedAt());
    PollReport last = later ? a.last() : b.last();
    Attribution named = (later ? b : a).last().attribution();
    Instant success = a.lastSuccessAt();
    Instant other = b.lastSuccessAt();
    boolean keep = other == null || (success != null && success.isAfter(other));
    return new PollSummary(
        // A poll that fails says of nobody that they need not be named any more.
        last.attribution() == null && !last.succeeded() ? last.with(named) : last,
        keep ? success : other,
        a.calls() + b.calls(),
        a.failures() + b.failures());
  }

  private static Rejection shortened(Rejection r) {
    String raw = r.raw();
    return raw.length() <= SAMPLE_RAW_LIMIT
        ? r
        : new Rejection(
            r.polledAt(),
            r.source(),
            r.contract(),
            r.stationId(),
            r.field(),
            r.value(),
            r.reason(),
            raw.substring(0, raw.offsetByCodePoints(0, SAMPLE_RAW_LIMIT / 2)));
  }
}
