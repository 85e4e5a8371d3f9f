package org.dockline.batch.schedule;

import java.io.Serial;

/** A run failed and shall be tried again: the way in which the scheduler wants to be told. */
final class JobFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient JobReport report;

  JobFailedException(JobReport report) {
    super(report.ending().name());
    this.report = report;
  }

  JobReport report() {
    return report;
  }
}
