package org.dockline.batch.survey;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of one partition holds, by contract and minute: a survey of the digest finds what
 * a survey of the records finds, without reading them.
 */
public final class LogDigest {

  /** One contract's part of it. */
  static final class OfContract {
    private final Map<Long, MinuteCount> minutes = new TreeMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private void add(long offset, long polledAt) {
      MinuteCount one = MinuteCount.of(offset, polledAt);
      minutes.merge(one.minute(), one, MinuteCount::and);
      polledBetween(polledAt, polledAt);
    }

    void polledBetween(long earliest, long latest) {
      first = Math.min(first, earliest);
      last = Math.max(last, latest);
    }

    void put(MinuteCount minute) {
      minutes.put(minute.minute(), minute);
    }

    Collection<MinuteCount> minutes() {
      return minutes.values();
    }

    /** The earliest poll, in ms. */
    long first() {
      return first;
    }

    /** The latest poll, in ms. */
    long last() {
      return last;
    }

    long records() {
      return minutes.values().stream().mapToLong(MinuteCount::records).sum();
    }
  }

  private final Map<String, OfContract> contracts = new TreeMap<>();
  private long withoutStation;

  /**
   * Adds a record.
   *
   * @param key the record's key, {@code contract/station_id}
   * @param polledAt its timestamp in ms
   */
  public void add(@Nullable String key, long offset, long polledAt) {
    String contract = RecordKeys.station(key).map(StationKey::contract).orElse(null);
    if (contract == null) {
      withoutStation++;
    } else {
      of(contract).add(offset, polledAt);
    }
  }

  OfContract of(String contract) {
    return contracts.computeIfAbsent(contract, name -> new OfContract());
  }

  Map<String, OfContract> contracts() {
    return contracts;
  }

  long withoutStation() {
    return withoutStation;
  }

  void addWithoutStation(long records) {
    withoutStation += records;
  }
}
