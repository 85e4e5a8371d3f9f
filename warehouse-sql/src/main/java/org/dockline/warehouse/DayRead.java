package org.dockline.warehouse;

/**
 * What was read for a contract-day.
 *
 * @param records records of the topic that belong to the day, repetitions included
 * @param readTo end offset (exclusive) of the topic when it was read: a record for the day beyond
 *     it makes the day dirty
 */
public record DayRead(long records, long readTo) {}
