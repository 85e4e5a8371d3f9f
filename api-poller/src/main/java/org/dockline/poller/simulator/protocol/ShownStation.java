package org.dockline.poller.simulator.protocol;

import java.time.Instant;
import org.dockline.poller.simulator.world.StationFacts;
import org.dockline.poller.simulator.world.StationReport;
import org.jspecify.annotations.Nullable;

/**
 * A station as it is to be shown.
 *
 * @param facts what does not change
 * @param report what it says now
 * @param lastReported GBFS only: its {@code last_reported}; null when it has never reported
 */
public record ShownStation(
    StationFacts facts, StationReport report, @Nullable Instant lastReported) {}
