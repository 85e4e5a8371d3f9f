package org.dockline.batch.load;

import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from Spark how many records went through, task by task. */
final class TaskProgress extends SparkListener {

  private static final Logger LOG = LoggerFactory.getLogger(TaskProgress.class);

  private final Progress progress;
  private final LoadNotes notes;

  TaskProgress(Progress progress, LoadNotes notes) {
    this.progress = progress;
    this.notes = notes;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    TaskMetrics metrics = task.taskMetrics();
    if (metrics != null) {
      progress
          .add(metrics.inputMetrics().recordsRead(), metrics.outputMetrics().recordsWritten())
          .ifPresent(LOG::info);
      notes.alive();
    }
  }
}
