package org.dockline.batch.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.dockline.station.ContractDay;

/**
 * Divides a load into pieces that are read, staged and committed one after the other, so that a
 * long catch-up needs no more room on the disk than one piece and can be ended at any time.
 */
final class Chunks {

  private Chunks() {}

  /**
   * Divides days without changing their order.
   *
   * @param limit of records in a piece; a single day may exceed it
   */
  static List<List<ContractDay>> of(
      List<ContractDay> days, ToLongFunction<ContractDay> records, long limit) {
    List<List<ContractDay>> chunks = new ArrayList<>();
    List<ContractDay> chunk = new ArrayList<>();
    long size = 0;
    for (ContractDay day : days) {
      long next = records.applyAsLong(day);
      if (!chunk.isEmpty() && size + next > limit) {
        chunks.add(List.copyOf(chunk));
        chunk.clear();
        size = 0;
      }
      chunk.add(day);
      size += next;
    }
    if (!chunk.isEmpty()) {
      chunks.add(List.copyOf(chunk));
    }
    return chunks;
  }
}
