package org.dockline.poller.polling;

/** A way to fill the topics with much at once. For one thread. */
public interface BulkPublisher {

  /** Puts a batch on its way without waiting for it; waits while the buffer is full. */
  void enqueue(PollBatch batch);

  /**
   * Waits for everything enqueued.
   *
   * @throws NotDeliveredException when something enqueued since the last flush did not arrive
   */
  void flush() throws NotDeliveredException;
}
