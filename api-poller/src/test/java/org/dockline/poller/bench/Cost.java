package org.dockline.poller.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What something cost this process, all its threads together.
 *
 * @param times how often it was done
 * @param records how many stations were read in all
 * @param wallNanos by the clock
 * @param cpuNanos of the processors
 * @param allocated bytes
 */
record Cost(int times, long records, long wallNanos, long cpuNanos, long allocated) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Something to measure. */
  interface Step {
    /** Does it once; tells how many stations it read. */
    int run() throws Exception;
  }

  /** Does it that often. */
  static Cost of(int times, Step step) throws Exception {
    long records = 0;
    long allocated = THREADS.getTotalThreadAllocatedBytes();
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    for (int i = 0; i < times; i++) {
      records += step.run();
    }
    return new Cost(
        times,
        records,
        System.nanoTime() - wall,
        SYSTEM.getProcessCpuTime() - cpu,
        THREADS.getTotalThreadAllocatedBytes() - allocated);
  }

  double cpuMillisEach() {
    return cpuNanos / 1e6 / times;
  }

  /** One line of the table. */
  String line(String what) {
    return String.format(
        Locale.ROOT,
        "%-46s %12.1f %12.1f %14.0f %14.0f",
        what,
        cpuMillisEach(),
        wallNanos / 1e6 / times,
        records * 1e9 / Math.max(1, cpuNanos),
        (double) allocated / Math.max(1, records));
  }

  static String head() {
    return String.format(
        Locale.ROOT,
        "%-46s %12s %12s %14s %14s",
        "",
        "CPU ms/poll",
        "wall ms/poll",
        "stations/CPU s",
        "bytes/station");
  }
}
