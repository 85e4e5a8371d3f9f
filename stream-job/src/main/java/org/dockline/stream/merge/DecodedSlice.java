package org.dockline.stream.merge;

import java.util.List;
import org.dockline.station.StationObservation;

/**
 * What a slice held.
 *
 * @param observations all of them, those known before among them
 * @param unreadable of each record that could not be read: which one, and why
 */
public record DecodedSlice(List<StationObservation> observations, List<String> unreadable) {}
