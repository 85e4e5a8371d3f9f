package org.dockline.warehouse;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A contract-day that the warehouse holds.
 *
 * @param contract canonical name
 * @param date local date
 * @param read what had been read when it was loaded
 * @param loadedAt when it was loaded last
 * @param seedChanged whether the day before got another close since this day was loaded, so that
 *     this day must be loaded again; kept by {@link Warehouse#replaceDay}, so that no kill forgets
 *     it
 */
public record LoadedDay(
    String contract, LocalDate date, DayRead read, Instant loadedAt, boolean seedChanged) {}
