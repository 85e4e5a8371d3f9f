package org.dockline.batch.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a day compares with what the speed chain makes of it.
 *
 * @param hours station-hours compared; 0 when none was
 * @param differing those in which anything differs, or that one side lacks; null when nothing could
 *     be compared
 * @param lines the first few that differ; or the one reason why nothing could be compared
 */
public record Reconciled(long hours, @Nullable Long differing, List<String> lines) {

  /** Copies the list. */
  public Reconciled {
    lines = List.copyOf(lines);
  }

  /** Nothing was compared, because of that. */
  public static Reconciled notCompared(String because) {
    return new Reconciled(0, null, List.of(because));
  }
}
