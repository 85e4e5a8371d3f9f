package org.dockline.poller.polling;

/** Where polls are sent to. */
public interface ObservationPublisher {

  /**
   * Delivers a batch, or keeps it safe for later, its reports only after its observations and
   * rejections have arrived.
   *
   * @throws NotDeliveredException when not everything has arrived or is kept within bounded time; a
   *     part may have arrived
   */
  void publish(PollBatch batch) throws NotDeliveredException;
}
