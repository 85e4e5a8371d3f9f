package org.dockline.stream.recent.plan;

import java.util.List;
import org.dockline.station.snapshot.RecentManifest.RecentFile;

/**
 * Several files of one date to be made into one.
 *
 * @param inputs at least two
 * @param output path of the one, relative to {@code recent/}
 */
public record Merge(List<RecentFile> inputs, String output) {}
