package org.dockline.batch.reconcile;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.station.ContractDay;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;

/** Whether what the speed chain keeps reaches from the beginning of a day to its end. */
final class Coverage {

  private Coverage() {}

  /**
   * Why not; empty when it does. A hole in the middle is no reason: it is what is looked for.
   *
   * @param firstPolled the earliest poll of the day's contract in the log
   * @param ranges where everything lies in the topic that may tell of the day, by partition
   */
  static Optional<String> gap(
      ContractDay day,
      Instant firstPolled,
      Map<Integer, OffsetRange> ranges,
      String topic,
      RecentManifest manifest,
      PipelineFacts facts) {
    Instant needed = day.polledFrom().isAfter(firstPolled) ? day.polledFrom() : firstPolled;
    Instant oldest =
        manifest.files().stream()
            .map(RecentFile::firstPolledAt)
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    if (oldest.isAfter(needed)) {
      return Optional.of("recent/ no longer holds the day's beginning");
    }
    return ranges.entrySet().stream()
        .filter(e -> readTo(facts, topic, e.getKey()) < e.getValue().to())
        .map(
            e ->
                "the speed chain has read partition %d of %s up to %d only, the day ends at %d"
                    .formatted(
                        e.getKey(), topic, readTo(facts, topic, e.getKey()), e.getValue().to()))
        .findFirst();
  }

  private static long readTo(PipelineFacts facts, String topic, int partition) {
    return facts.topics().stream()
        .filter(t -> t.topic().equals(topic) && t.partition() == partition)
        .mapToLong(TopicProgress::readTo)
        .max()
        .orElse(0);
  }
}
