package org.dockline.poller.spool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits.
 *
 * @param records how many
 * @param bytes what they take on disk
 * @param oldest the time of the one that comes next; null when none waits
 */
public record SpoolState(long records, long bytes, @Nullable Instant oldest) {}
