package org.dockline.batch.survey;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private @Nullable MinuteCount current;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private void add(long offset, long polledAt) {
      MinuteCount run = current;
      if (run == null || !run.holds(polledAt)) {
        flush();
        current = MinuteCount.of(offset, polledAt);
      } else {
        current = run.and(offset);
      }
      polledBetween(polledAt, polledAt);
    }

    /** Records come mostly in the order of time, so a minute is put away when it is over. */
    private void flush() {
      if (current != null) {
        minutes.merge(current.minute(), current, MinuteCount::and);
        current = null;
      }
    }

    void polledBetween(long earliest, long latest) {
      first = Math.min(first, earliest);
      last = Math.max(last, latest);
    }

    void put(MinuteCount minute) {
      minutes.put(minute.minute(), minute);
    }

    Collection<MinuteCount> minutes() {
      flush();
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
      return minutes().stream().mapToLong(MinuteCount::records).sum();
    }
  }

  private final Map<String, OfContract> contracts = new TreeMap<>();
  private final Map<String, Optional<OfContract>> byKey = new HashMap<>();
  private long withoutStation;

  /**
   * Adds a record.
   *
   * @param key the record's key, {@code contract/station_id}
   * @param polledAt its timestamp in ms
   */
  public void add(@Nullable String key, long offset, long polledAt) {
    Optional<OfContract> contract =
        key == null ? Optional.empty() : byKey.computeIfAbsent(key, this::ofKey);
    if (contract.isPresent()) {
      contract.get().add(offset, polledAt);
    } else {
      withoutStation++;
    }
  }

  private Optional<OfContract> ofKey(String key) {
    return RecordKeys.station(key).map(StationKey::contract).map(this::of);
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
