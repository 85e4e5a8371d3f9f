package org.dockline.poller.simulator.pour;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dockline.poller.polling.BulkPublisher;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.ObservationPublisher;
import org.dockline.poller.polling.PollBatch;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/** Topics in memory, that can be told to die as the real ones do. */
class MemoryTopics implements BulkPublisher, ObservationPublisher {

  final List<StationObservation> observations = new ArrayList<>();
  final List<PollReport> reports = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  private int dieAfter = Integer.MAX_VALUE;

  /** The process dies when that many observations have arrived. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void dieAfter(int records) {
    dieAfter = records;
  }

  void revive() {
    dieAfter = Integer.MAX_VALUE;
  }

  @Override
  public void publish(PollBatch batch) {
    enqueue(batch);
  }

  @Override
  public void enqueue(PollBatch batch) {
    for (StationObservation o : batch.observations()) {
      if (observations.size() >= dieAfter) {
        throw new Killed();
      }
      observations.add(o);
    }
    rejections.addAll(batch.rejections());
    reports.addAll(batch.reports());
  }

  @Override
  public void flush() throws NotDeliveredException {
    // Everything has arrived already.
  }

  Optional<Instant> newestReport() {
    return reports.stream().map(PollReport::startedAt).max(Instant::compareTo);
  }

  Map<StationKey, List<StationObservation>> byStation() {
    return observations.stream().collect(Collectors.groupingBy(StationObservation::key));
  }
}
