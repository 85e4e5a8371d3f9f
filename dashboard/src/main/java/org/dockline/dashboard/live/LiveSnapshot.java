package org.dockline.dashboard.live;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.snapshot.PipelineFacts;

/**
 * The newest observation of every present station as one published snapshot holds them. Never
 * changes, so any number of pages may share it.
 */
public final class LiveSnapshot {

  private final long batchId;
  private final Instant asOf;
  private final SortedMap<StationKey, StationObservation> stations;
  private final PipelineFacts facts;
  private final Credits credits;

  /**
   * Keeps a copy.
   *
   * @param batchId the stream's batch that published it
   * @param asOf when it was published
   * @param stations one observation for each station
   * @param facts how the pipeline was at that moment
   */
  public LiveSnapshot(
      long batchId, Instant asOf, Collection<StationObservation> stations, PipelineFacts facts) {
    SortedMap<StationKey, StationObservation> byKey = new TreeMap<>();
    stations.forEach(o -> byKey.put(o.key(), o));
    this.batchId = batchId;
    this.asOf = asOf;
    this.stations = Collections.unmodifiableSortedMap(byKey);
    this.facts = facts;
    this.credits = Credits.of(stations, facts);
  }

  /** The stream's batch that published it. */
  public long batchId() {
    return batchId;
  }

  /** When it was published. */
  public Instant asOf() {
    return asOf;
  }

  /** How the pipeline was at that moment. */
  public PipelineFacts facts() {
    return facts;
  }

  /** The station's newest observation, or empty when there is no such station now. */
  public Optional<StationObservation> find(StationKey key) {
    return Optional.ofNullable(stations.get(key));
  }

  /** All stations by key; not to be changed. */
  public SortedMap<StationKey, StationObservation> stations() {
    return stations;
  }

  /** Whether any feed behind it is made by the simulator. */
  public boolean simulated() {
    return credits.simulated();
  }

  /** Whom a page that shows it has to name. */
  public Credits credits() {
    return credits;
  }

  /**
   * Whether this one may follow {@code before}: a pointer that was read late never brings an older
   * moment back, while a stream that began anew (lower batch, later time) is followed.
   */
  public static boolean follows(long batchId, Instant asOf, LiveSnapshot before) {
    return batchId > before.batchId || asOf.isAfter(before.asOf);
  }
}
