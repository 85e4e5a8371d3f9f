package org.dockline.dashboard.live;

import java.util.Optional;
import java.util.function.Predicate;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.StationExclusion;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/** Which stations count in figures: tests and ghosts do not. */
public final class Counted {

  private Counted() {}

  /** By a snapshot, before the first of which all count that are not a test by their name. */
  public static Predicate<StationKey> in(Optional<LiveSnapshot> snapshot) {
    ContractCatalogue builtIn = ContractCatalogue.builtIn();
    ContractCatalogue known =
        snapshot.map(now -> builtIn.and(now.facts().contracts())).orElse(builtIn);
    return key ->
        !key.contract().equals(ContractCatalogue.TEST_CONTRACT)
            && snapshot.flatMap(now -> now.find(key)).filter(o -> excluded(o, known)).isEmpty();
  }

  /** Whether a station of that catalogue counts for nothing. */
  static boolean excluded(StationObservation o, ContractCatalogue known) {
    return known
        .find(o.key().contract())
        .flatMap(contract -> StationExclusion.find(o.key(), o.place(), contract))
        .isPresent();
  }
}
