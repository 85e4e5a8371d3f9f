package org.dockline.warehouse;

/**
 * What a contract-day holds after it was replaced.
 *
 * @param stations stations with a row
 * @param hours rows of {@code fact_station_hour}
 * @param observations rows of {@code fact_observation}
 * @param episodes rows of {@code fact_stockout_episode}
 * @param duplicates records that repeated an identity
 * @param closeChanged whether the state at the day's end differs from what an earlier load left, so
 *     that the next day, if loaded, must be loaded again
 */
public record DayTotals(
    int stations,
    long hours,
    long observations,
    long episodes,
    long duplicates,
    boolean closeChanged) {}
