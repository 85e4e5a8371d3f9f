package org.dockline.batch.load;

/**
 * How a load is divided.
 *
 * @param recordsInChunk about how many records are staged before they are committed
 * @param recordsInSplit about how many records one task takes
 * @param cores how many tasks run at once: never fewer splits than that
 */
public record LoadSizes(long recordsInChunk, long recordsInSplit, int cores) {

  /** Into how many tasks to divide that many records. */
  int splits(long records) {
    return Math.toIntExact(Math.max(cores, Math.ceilDiv(records, recordsInSplit)));
  }
}
