package org.dockline.poller.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated station says at an instant.
 *
 * @param bikes bikes that can be rented
 * @param docks free docks that work
 * @param mechanicalBikes as counted, which in a few stations is wrong
 * @param electricalBikes those with a motor
 * @param brokenDocks docks that do not work
 * @param open not closed
 * @param connected has its line to the operator
 * @param lastUpdate whole seconds: the later of the last heartbeat and the last change; null when
 *     it has never reported
 */
public record StationReport(
    int bikes,
    int docks,
    int mechanicalBikes,
    int electricalBikes,
    int brokenDocks,
    boolean open,
    boolean connected,
    @Nullable Instant lastUpdate) {}
