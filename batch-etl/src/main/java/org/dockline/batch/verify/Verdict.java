package org.dockline.batch.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dockline.station.ContractDay;

/**
 * What was found of one contract-day.
 *
 * @param polled distinct observations polled in it that any place holds
 * @param places what each place holds
 * @param warehouse what the warehouse holds
 * @param gone records that were loaded, and that neither archive nor topic hold any more although
 *     the log does not begin after them
 */
record Verdict(
    ContractDay day, long polled, Map<Place, Holding> places, WarehouseState warehouse, long gone) {

  /** What is wrong, a line for each place; empty when nothing is lost, double or different. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    places.forEach(
        (place, holding) -> {
          String name = place.name().toLowerCase(Locale.ROOT);
          if (holding.lacking() > 0) {
            problems.add("%s lacks %,d observations".formatted(name, holding.lacking()));
          }
          if (holding.contradicting() > 0) {
            problems.add(
                "%s holds %,d observations otherwise".formatted(name, holding.contradicting()));
          }
        });
    if (gone > 0) {
      problems.add(
          "archive and topic lack %,d records that the warehouse was loaded from".formatted(gone));
    }
    if (warehouse instanceof WarehouseState.Differs differs) {
      problems.add("warehouse: " + differs.what());
    }
    return problems;
  }
}
