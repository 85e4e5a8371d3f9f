package org.dockline.warehouse;

import org.dockline.station.flow.TimedObservation;

/**
 * One row of {@code fact_observation}: what a chart and the flow rule need of an observation.
 *
 * @param observation with its counts, status, times and source; its place and {@code extra} are not
 *     kept in this table and are null here
 */
public record StationPoint(TimedObservation observation) {}
