package org.dockline.poller.polling;

import java.util.ArrayList;
import java.util.List;
import org.dockline.station.PollReport;

/**
 * Waits for many polls at once instead of for each. A poll's report follows only when everything
 * that the poll told of has arrived, so that the newest report in the topic says from where a pour
 * that was killed has to go on.
 */
public final class DeferredPublisher implements ObservationPublisher {

  private static final int RECORDS_AT_ONCE = 20_000;

  private final BulkPublisher bulk;
  private final List<PollReport> reports = new ArrayList<>();
  private int enqueued;

  /** Has published nothing yet. */
  public DeferredPublisher(BulkPublisher bulk) {
    this.bulk = bulk;
  }

  @Override
  public void publish(PollBatch batch) throws NotDeliveredException {
    bulk.enqueue(new PollBatch(batch.observations(), batch.rejections(), List.of()));
    reports.addAll(batch.reports());
    enqueued += batch.observations().size() + batch.rejections().size() + batch.reports().size();
    if (enqueued >= RECORDS_AT_ONCE) {
      flush();
    }
  }

  /**
   * Waits for everything.
   *
   * @throws NotDeliveredException when something did not arrive; then its reports are withheld
   */
  public void flush() throws NotDeliveredException {
    bulk.flush();
    bulk.enqueue(new PollBatch(List.of(), List.of(), reports));
    bulk.flush();
    reports.clear();
    enqueued = 0;
  }
}
