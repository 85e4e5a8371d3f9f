package org.dockline.station.snapshot;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.Attribution;
import org.dockline.station.Contract;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline is, as the stream sees it.
 *
 * @param asOf when this was put together
 * @param batchId the micro-batch it belongs to
 * @param catchingUp the stream still works through a backlog, so what it shows is not the newest
 * @param topics how far each topic has been read
 * @param polls one per source and contract that was asked
 * @param rejectedTotal things put in quarantine since the stream's state began
 * @param rejectedSamples the last few of them, newest first
 * @param undecodable records of a topic that could not be read, since the stream's state began
 */
public record PipelineFacts(
    Instant asOf,
    long batchId,
    boolean catchingUp,
    List<TopicProgress> topics,
    List<PollSummary> polls,
    long rejectedTotal,
    List<Rejection> rejectedSamples,
    long undecodable) {

  /** Copies the lists. */
  public PipelineFacts {
    topics = List.copyOf(topics);
    polls = List.copyOf(polls);
    rejectedSamples = List.copyOf(rejectedSamples);
  }

  /** What the poller found out about contracts that no table knows beforehand. */
  public List<Contract> contracts() {
    return polls.stream().flatMap(poll -> poll.last().contracts().stream()).toList();
  }

  /**
   * Whom the feeds of those contracts ask to name, each once.
   *
   * @param shown canonical names
   */
  public List<Attribution> attributions(Collection<String> shown) {
    return polls.stream()
        .map(PollSummary::last)
        .filter(r -> r.contract().equals(PollReport.ALL) || shown.contains(r.contract()))
        .map(PollReport::attribution)
        .flatMap(Stream::ofNullable)
        .distinct()
        .toList();
  }

  /**
   * Reading of one topic partition.
   *
   * @param readTo offset of the next record to read
   * @param end offset after the last record there is, as known at that moment; at least readTo
   */
  public record TopicProgress(String topic, int partition, long readTo, long end) {}

  /**
   * The calls to one feed.
   *
   * @param last the last one
   * @param lastSuccessAt start of the last one that succeeded; null when none did
   * @param calls calls since the stream's state began
   * @param failures failed ones among them
   */
  public record PollSummary(
      PollReport last, @Nullable Instant lastSuccessAt, long calls, long failures) {}
}
