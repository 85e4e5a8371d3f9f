package org.dockline.batch.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.batch.survey.OffsetRange;

/** Which part of a log answers for which offsets: the first that holds them. */
final class Seam {
  private Seam() {}

  /**
   * Divides the offsets among the parts.
   *
   * @param held what each part holds, the oldest part first
   * @return what each part answers for, in the same order
   */
  static List<Map<Integer, OffsetRange>> of(List<Map<Integer, OffsetRange>> held) {
    List<Map<Integer, OffsetRange>> shares = new ArrayList<>();
    Map<Integer, Long> reached = new HashMap<>();
    for (Map<Integer, OffsetRange> part : held) {
      Map<Integer, OffsetRange> share = new HashMap<>();
      part.forEach(
          (partition, range) -> {
            long from = reached.getOrDefault(partition, range.from());
            share.put(partition, range.within(new OffsetRange(from, Math.max(from, range.to()))));
            reached.merge(partition, range.to(), Math::max);
          });
      shares.add(share);
    }
    return shares;
  }

  /** What of some ranges lies in a share. */
  static Map<Integer, OffsetRange> within(
      Map<Integer, OffsetRange> share, Map<Integer, OffsetRange> ranges) {
    Map<Integer, OffsetRange> inside = new HashMap<>();
    ranges.forEach(
        (partition, range) -> {
          OffsetRange both = range.within(share.getOrDefault(partition, new OffsetRange(0, 0)));
          if (!both.isEmpty()) {
            inside.put(partition, both);
          }
        });
    return inside;
  }
}
