package org.dockline.station.dimension;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ObservationTime;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a station was gone: nothing was heard of it on seven days on which its contract
 * was heard of. Days on which the whole contract was silent, and days that are not loaded, tell
 * nothing of the station and don't count.
 *
 * @param goneFrom the local day after the seventh
 * @param heardAgain the first day on which it was heard of again; null when it was not
 */
public record Absence(LocalDate goneFrom, @Nullable LocalDate heardAgain) {

  private static final int DAYS = Math.toIntExact(ObservationTime.REMEMBERED.toDays());

  /**
   * All absences of a station, in order.
   *
   * @param heard the days on which anything was heard of it, be it that it had left
   * @param attended the days on which anything was heard of any station of its contract
   */
  public static List<Absence> of(DayRuns heard, DayRuns attended) {
    List<Absence> absences = new ArrayList<>();
    List<DayRuns.Run> runs = heard.runs();
    for (int i = 0; i < runs.size(); i++) {
      LocalDate again = i + 1 == runs.size() ? null : runs.get(i + 1).first();
      attended
          .nthAfter(runs.get(i).last(), DAYS)
          .filter(seventh -> again == null || seventh.isBefore(again))
          .ifPresent(seventh -> absences.add(new Absence(seventh.plusDays(1), again)));
    }
    return List.copyOf(absences);
  }
}
