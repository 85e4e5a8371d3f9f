package org.dockline.batch.schedule;

/**
 * Something that is done at the start and then on a timetable.
 *
 * @param name a word; the key in the warehouse
 * @param timetable when
 * @param runner does it
 */
public record Job(String name, Timetable timetable, JobRunner runner) {}
