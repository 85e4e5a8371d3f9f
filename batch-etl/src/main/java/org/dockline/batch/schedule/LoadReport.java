package org.dockline.batch.schedule;

import org.dockline.batch.load.LoadEnding;

/**
 * How a load process ended.
 *
 * @param ending by its exit code
 * @param daysLoaded contract-days it loaded
 */
public record LoadReport(LoadEnding ending, int daysLoaded) {}
