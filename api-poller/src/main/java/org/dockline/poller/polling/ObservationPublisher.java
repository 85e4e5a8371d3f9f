package org.dockline.poller.polling;

/** Where polls are sent to. */
public interface ObservationPublisher {

  /**
   * Delivers a batch, its reports only after its observations and rejections have arrived.
   *
   * @throws NotDeliveredException when not everything has arrived within bounded time; a part may
   *     have
   */
  void publish(PollBatch batch) throws NotDeliveredException;
}
