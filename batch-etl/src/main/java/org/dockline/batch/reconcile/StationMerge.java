package org.dockline.batch.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationReader;
import org.jspecify.annotations.Nullable;

/**
 * Several files, each in the order of stations, read side by side: all observations of one station
 * after the other, so that a large day needs no more memory than a small one.
 */
public final class StationMerge implements AutoCloseable {

  private final List<ObservationReader> readers;
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing(head -> head.next.key()));

  /** A file and its next observation. */
  private static final class Head {
    private final ObservationReader reader;
    private StationObservation next;

    Head(ObservationReader reader, StationObservation next) {
      this.reader = reader;
      this.next = next;
    }
  }

  StationMerge(List<ObservationReader> readers) throws IOException {
    this.readers = List.copyOf(readers);
    for (ObservationReader reader : readers) {
      StationObservation first = reader.next();
      if (first != null) {
        heads.add(new Head(reader, first));
      }
    }
  }

  /** The station that comes next; null at the end. */
  public @Nullable StationKey nextKey() {
    Head head = heads.peek();
    return head == null ? null : head.next.key();
  }

  /** What there is of that station, in no order, when it comes next; else nothing. */
  public List<StationObservation> take(StationKey key) throws IOException {
    List<StationObservation> taken = new ArrayList<>();
    while (key.equals(nextKey())) {
      Head head = heads.remove();
      taken.add(head.next);
      StationObservation next = head.reader.next();
      if (next != null) {
        head.next = next;
        heads.add(head);
      }
    }
    return taken;
  }

  @Override
  public void close() throws IOException {
    for (ObservationReader reader : readers) {
      reader.close();
    }
  }
}
