package org.dockline.batch.schedule;

import org.dockline.batch.load.LoadEnding;

/**
 * How a job's process ended.
 *
 * @param ending by its exit code
 * @param summary what it told itself
 */
public record JobReport(LoadEnding ending, JobSummary summary) {}
