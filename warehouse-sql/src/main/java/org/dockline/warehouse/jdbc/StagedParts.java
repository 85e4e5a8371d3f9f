package org.dockline.warehouse.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Parts that writers staged, of one day or of a whole load: which rows of the staging tables are
 * theirs.
 *
 * @param ids the numbers of the parts, in the order of these
 */
record StagedParts(List<Long> ids) {

  /** Bits of a row's number within its part. */
  private static final int ROW_BITS = 32;

  StagedParts {
    ids = List.copyOf(ids);
  }

  /** The number that a staged row lies by, where rows lie by a number of their own. */
  static long rowNumber(long stageId, long row) {
    return (stageId << ROW_BITS) + row;
  }

  /**
   * Picks the rows that carry the number of their part. It names those, because a subquery would be
   * asked again for every row by some databases.
   */
  String condition() {
    return ids.isEmpty()
        ? "1 = 0"
        : ids.stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "stage_id IN (", ")"));
  }

  /** Picks the rows of one part that lie by a number of their own: a range, as they lie. */
  static String rowsOf(long stageId) {
    return "stage_row >= "
        + rowNumber(stageId, 0)
        + " AND stage_row < "
        + rowNumber(stageId + 1, 0);
  }
}
