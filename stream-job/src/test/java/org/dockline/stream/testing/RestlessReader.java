package org.dockline.stream.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Identity;
import org.dockline.station.snapshot.LivePointer;

/**
 * Reads the snapshots again and again while they are written. What it sees must be whole, must
 * never go back, and must never lose what it has seen.
 */
public final class RestlessReader implements AutoCloseable {

  /** Leaves a machine of two cores something for the writer. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final SnapshotReading reading;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<Integer> looks;
  private volatile boolean enough;
  private long number = -1;
  private Set<Identity> seen = Set.of();

  /** Begins to read. */
  public RestlessReader(Path snapshots) {
    reading = new SnapshotReading(snapshots);
    looks = thread.submit(this::lookOn);
  }

  /**
   * Ends it and fails when anything it saw was wrong.
   *
   * @return how often it has read everything
   */
  public int finish() throws Exception {
    enough = true;
    return looks.get();
  }

  @Override
  public void close() {
    enough = true;
    thread.close();
  }

  private int lookOn() throws IOException {
    int times = 0;
    while (!enough) {
      if (reading.begun()) {
        look();
        times++;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return times;
  }

  private void look() throws IOException {
    LivePointer pointer = reading.pointer();
    assertThat(pointer.batchId()).isGreaterThanOrEqualTo(number);
    number = pointer.batchId();
    assertThat(reading.facts(pointer).batchId()).isEqualTo(number);
    List<StationObservation> live = reading.live(pointer);
    Set<Identity> recent = identities(reading.recent());
    assertThat(recent.containsAll(seen)).as("recent rows seen before are still there").isTrue();
    assertThat(recent.containsAll(identities(live))).as("live rows are recent ones").isTrue();
    seen = recent;
  }

  private static Set<Identity> identities(List<StationObservation> rows) {
    Set<Identity> identities = new HashSet<>();
    rows.forEach(o -> identities.add(o.identity()));
    return identities;
  }
}
