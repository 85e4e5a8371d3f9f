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
 */
public record LoadedDay(String contract, LocalDate date, DayRead read, Instant loadedAt) {}
