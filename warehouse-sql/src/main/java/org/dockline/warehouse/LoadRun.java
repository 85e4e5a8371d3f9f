package org.dockline.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the load of one contract-day went.
 *
 * @param contract canonical name
 * @param date local date
 * @param startedAt start
 * @param finishedAt end
 * @param status how it ended
 * @param rowsRead records read for the day
 * @param rowsDuplicate of them repeated
 * @param rowsRejected of them not readable
 * @param rowsLoaded rows of {@code fact_observation} written
 * @param hoursLoaded rows of {@code fact_station_hour} written
 * @param hoursDiffering hours in which the speed chain's figures differ; null when not compared
 * @param error one sentence; null when it succeeded
 */
public record LoadRun(
    String contract,
    LocalDate date,
    Instant startedAt,
    Instant finishedAt,
    Status status,
    long rowsRead,
    long rowsDuplicate,
    long rowsRejected,
    long rowsLoaded,
    long hoursLoaded,
    @Nullable Long hoursDiffering,
    @Nullable String error) {

  /** How a load ends. */
  public enum Status {
    /** The day is in the warehouse. */
    LOADED,
    /** The warehouse is as it was. */
    FAILED
  }
}
