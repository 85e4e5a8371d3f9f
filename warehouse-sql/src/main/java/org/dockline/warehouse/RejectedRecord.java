package org.dockline.warehouse;

import org.dockline.station.Rejection;

/**
 * One row of {@code rejected_record}.
 *
 * @param partition of {@code rejected_topic}
 * @param offset in that partition; the two are its identity
 * @param rejection what could not be understood
 */
public record RejectedRecord(int partition, long offset, Rejection rejection) {}
