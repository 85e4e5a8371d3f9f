package org.dockline.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a contract is loaded, and when it last was. A reader that asks several questions asks for
 * the mark before and after them: when both are the same, no load came between.
 *
 * @param loadedThrough see {@link Warehouse#loadedThrough}; null when nothing is loaded
 * @param days how many days are loaded
 * @param newestLoad when one of its days was loaded last; null when none is
 */
public record LoadMark(@Nullable Instant loadedThrough, long days, @Nullable Instant newestLoad) {}
