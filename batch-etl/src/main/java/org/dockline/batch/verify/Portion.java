package org.dockline.batch.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;

/**
 * As much as is held in memory at once: some contract-days of one date; of a large one, a share of
 * its stations.
 *
 * @param days by contract
 * @param share which of the shares of each contract's stations, from 0
 * @param shares how many there are
 */
record Portion(Map<String, ContractDay> days, int share, int shares) {

  /** Of some days of one date. */
  static Portion of(List<ContractDay> days, int share, int shares) {
    return new Portion(
        days.stream().collect(Collectors.toMap(ContractDay::contract, day -> day)), share, shares);
  }

  /**
   * Divides the days of one date.
   *
   * @param records how many records each has
   * @param limit how many records a portion has, about, at most
   */
  static List<Portion> divide(Map<ContractDay, Long> records, long limit) {
    List<Portion> portions = new ArrayList<>();
    List<ContractDay> together = new ArrayList<>();
    long size = 0;
    for (ContractDay day : records.keySet().stream().sorted().toList()) {
      long own = records.getOrDefault(day, 0L);
      if (own > limit) {
        int shares = Math.toIntExact((own + limit - 1) / limit);
        for (int share = 0; share < shares; share++) {
          portions.add(of(List.of(day), share, shares));
        }
        continue;
      }
      if (size + own > limit) {
        portions.add(of(together, 0, 1));
        together = new ArrayList<>();
        size = 0;
      }
      together.add(day);
      size += own;
    }
    if (!together.isEmpty()) {
      portions.add(of(together, 0, 1));
    }
    return portions;
  }

  /** Whether a station of one of the contracts is in it. */
  boolean holds(StationKey key) {
    return days.containsKey(key.contract()) && Math.floorMod(key.stableHash(), shares) == share;
  }
}
