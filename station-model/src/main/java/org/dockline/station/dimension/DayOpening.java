package org.dockline.station.dimension;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a loaded day first said what a station was. It need not be a version of its own in the
 * dimension, where equal neighbours are one.
 *
 * @param date the local day
 * @param firstVersionAt {@code valid_from} of the day's first version
 */
public record DayOpening(LocalDate date, Instant firstVersionAt) {}
