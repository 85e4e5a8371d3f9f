package org.dockline.batch.bench;

import java.util.Locale;

/**
 * What one way of loading took.
 *
 * @param records of the topic
 * @param what which way
 * @param seconds by the clock
 * @param cpuSeconds of the program
 * @param warehouseSeconds of processor, of the warehouse while it ran
 * @param mib the program's memory at its peak
 * @param warehouseMib the warehouse's
 * @param fileMib what the warehouse's file takes afterwards
 */
record Measured(
    long records,
    String what,
    double seconds,
    double cpuSeconds,
    double warehouseSeconds,
    long mib,
    long warehouseMib,
    long fileMib) {

  static final String HEAD =
      "| | wall s | records/s | CPU s | CPU s of the warehouse | peak MiB | of the warehouse | file"
          + " MiB |\n"
          + "|---|---|---|---|---|---|---|---|";

  /** A row below {@link #HEAD}. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %,d records, %s | %.0f | %,.0f | %.1f | %.1f | %d | %d | %d |",
        records,
        what,
        seconds,
        records / seconds,
        cpuSeconds,
        warehouseSeconds,
        mib,
        warehouseMib,
        fileMib);
  }

  /** A sentence on how much of another way's time and processor this one took. */
  String beside(Measured other) {
    return String.format(
        Locale.ROOT,
        "%,d records, %s: %.2f of the time and %.2f of the CPU of %s; %.1f µs and %.1f CPU µs a"
            + " record",
        records,
        what,
        seconds / other.seconds,
        cpu() / other.cpu(),
        other.what,
        seconds / records * 1e6,
        cpu() / records * 1e6);
  }

  private double cpu() {
    return cpuSeconds + warehouseSeconds;
  }
}
