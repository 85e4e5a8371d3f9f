package org.dockline.stream.recent;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationSource;
import org.jspecify.annotations.Nullable;

/**
 * Sorted observations of several sources as one sorted run. Of several under one identity the last
 * in {@link StationObservation#ORDER} stays, as everywhere.
 */
final class MergedObservations implements ObservationSource {

  private record Head(StationObservation observation, ObservationSource rest) {}

  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing(Head::observation, RecentStore.BY_STATION));

  /** Each source must be sorted as recent files are. */
  MergedObservations(List<? extends ObservationSource> sources) throws IOException {
    for (ObservationSource source : sources) {
      enqueue(source);
    }
  }

  @Override
  public @Nullable StationObservation next() throws IOException {
    StationObservation next = take();
    while (next != null && repeated(next)) {
      next = take();
    }
    return next;
  }

  private boolean repeated(StationObservation taken) {
    Head head = heads.peek();
    return head != null && head.observation().identity().equals(taken.identity());
  }

  private @Nullable StationObservation take() throws IOException {
    Head head = heads.poll();
    if (head == null) {
      return null;
    }
    enqueue(head.rest());
    return head.observation();
  }

  private void enqueue(ObservationSource source) throws IOException {
    StationObservation next = source.next();
    if (next != null) {
      heads.add(new Head(next, source));
    }
  }
}
