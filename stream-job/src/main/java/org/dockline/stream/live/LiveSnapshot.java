package org.dockline.stream.live;

import org.dockline.station.LatestObservations;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.PipelineFacts;

/**
 * What {@code live/} held when it was read.
 *
 * @param latest all that merging has to remember
 */
public record LiveSnapshot(LivePointer pointer, LatestObservations latest, PipelineFacts facts) {}
