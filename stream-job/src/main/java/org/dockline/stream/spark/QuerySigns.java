package org.dockline.stream.spark;

import org.apache.spark.sql.streaming.StreamingQueryListener;

/** Passes on that the query looked for records: Spark calls nothing else when there are none. */
public final class QuerySigns extends StreamingQueryListener {

  private final transient Runnable afterBatch;
  private final transient Runnable idle;

  /**
   * Reacts.
   *
   * @param afterBatch a batch was committed
   * @param idle the query has looked and found nothing, said every few seconds
   */
  public QuerySigns(Runnable afterBatch, Runnable idle) {
    this.afterBatch = afterBatch;
    this.idle = idle;
  }

  @Override
  public void onQueryStarted(QueryStartedEvent event) {
    // The first look follows.
  }

  @Override
  public void onQueryProgress(QueryProgressEvent event) {
    afterBatch.run();
  }

  @Override
  public void onQueryIdle(QueryIdleEvent event) {
    idle.run();
  }

  @Override
  public void onQueryTerminated(QueryTerminatedEvent event) {
    // Whoever waits for the query hears it there, with the reason.
  }
}
