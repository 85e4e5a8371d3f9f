package org.dockline.poller.kafka;

import java.util.concurrent.atomic.LongAdder;

/** What went wrong on the way to Kafka since the process started. Safe for many threads. */
public final class DeliveryCounts {

  private final LongAdder lost = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder errors = new LongAdder();

  /** States that were given up because the spool had no room; newer ones follow. */
  public long lost() {
    return lost.sum();
  }

  /** Records that Kafka will never take, such as one that is too large. */
  public long refused() {
    return refused.sum();
  }

  /** Tries that ended with an error, whatever became of their records later. */
  public long errors() {
    return errors.sum();
  }

  void addLost(int records) {
    lost.add(records);
  }

  void addRefused(int records) {
    refused.add(records);
  }

  void addError() {
    errors.increment();
  }
}
