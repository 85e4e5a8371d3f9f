package org.dockline.warehouse;

/**
 * What a contract-day comes to. Equal days have equal checksums, in whatever database and order
 * their rows lie; it says nothing across versions of this program.
 *
 * @param observations of {@code fact_observation}; none when they have expired
 * @param hours of {@code fact_station_hour}
 * @param episodes of {@code fact_stockout_episode}
 * @param closes of {@code station_day_close}
 */
public record DayChecksum(Rows observations, Rows hours, Rows episodes, Rows closes) {

  /**
   * The rows of one table.
   *
   * @param count how many
   * @param sum of their hashes, modulo 2^64
   */
  public record Rows(long count, long sum) {

    /** For example {@code 24:9f86d081884c7d65}. */
    @Override
    public String toString() {
      return count + ":" + Long.toHexString(sum);
    }
  }
}
