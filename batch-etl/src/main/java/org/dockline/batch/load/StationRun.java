package org.dockline.batch.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.jspecify.annotations.Nullable;

/** One station through the days of a load: each day is seeded with the close of the one before. */
public final class StationRun {

  private final StationKey key;
  private final Map<LocalDate, StationClose> seeds;

  /**
   * Of one station.
   *
   * @param seeds the closes that the warehouse holds, by the date they are the seed of
   */
  public StationRun(StationKey key, Map<LocalDate, StationClose> seeds) {
    this.key = key;
    this.seeds = Map.copyOf(seeds);
  }

  /**
   * The days in which the station is remembered: also silent ones, as unknown time.
   *
   * @param days of the station's contract, in date order
   * @param observations in any order, repeated or not
   */
  public List<StationDay> days(List<ContractDay> days, List<StationObservation> observations) {
    List<StationDay> run = new ArrayList<>(days.size());
    ContractDay before = null;
    StationClose close = StationClose.NOTHING;
    for (ContractDay day : days) {
      StationDay next = StationDay.of(key, day, seed(day, before, close), observations);
      boolean remembered = next.flows().close().rememberedAt(day.start());
      if (remembered) {
        run.add(next);
      }
      close = remembered ? next.flows().close() : StationClose.NOTHING;
      before = day;
    }
    return run;
  }

  private StationClose seed(ContractDay day, @Nullable ContractDay before, StationClose close) {
    return before != null && before.next().equals(day)
        ? close
        : seeds.getOrDefault(day.date(), StationClose.NOTHING);
  }
}
