package org.dockline.batch.schedule;

import java.time.Instant;
import org.dockline.batch.load.LoadEnding;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job, over.
 *
 * @param job its name
 * @param before how the run before it ended, perhaps of a service that is gone; null for the first
 * @param report how it ended
 * @param failures how many have failed in a row, this one included; 0 when it did not
 * @param at when it ended
 * @param next when it will run next
 */
public record JobEnd(
    String job,
    @Nullable LoadEnding before,
    JobReport report,
    int failures,
    Instant at,
    Instant next) {}
