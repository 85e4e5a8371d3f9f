package org.dockline.poller.decode;

import org.dockline.station.StationObservation;

/**
 * One station, read.
 *
 * @param station what was understood
 * @param impossibleTimes how many of its times were treated as absent because they can't be
 */
public record Mapped(StationObservation station, int impossibleTimes) {}
