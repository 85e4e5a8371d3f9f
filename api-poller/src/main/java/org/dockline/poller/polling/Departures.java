package org.dockline.poller.polling;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dockline.station.Rejection;
import org.dockline.station.StationKey;

/**
 * Which stations a whole answer shows to have left. Absence is believed carefully, because a wrong
 * departure takes a living station off the map:
 *
 * <ul>
 *   <li>An answer without a single good station of a contract says nothing of that contract: a
 *       contract that fails, moves or is emptied for a while is not its stations leaving.
 *   <li>A rejected station is not absent. A rejection that does not tell its station may be any
 *       station of its contract, and one that does not tell its contract may be any at all.
 *   <li>A cut answer shows nobody to have left.
 * </ul>
 *
 * A station that is gone for good without being shown so simply falls silent: no key frame is sent
 * for it, and after 15 minutes nothing vouches for it any more.
 */
final class Departures {

  private final Set<StationKey> listed;
  private final Set<String> contracts = new HashSet<>();
  private final Set<StationKey> rejected = new HashSet<>();
  private boolean anyContract;

  Departures(Set<StationKey> listed, List<Rejection> rejections) {
    this.listed = listed;
    listed.forEach(key -> contracts.add(key.contract()));
    rejections.forEach(this::doubt);
  }

  /** Those of {@code known} that have left. */
  List<StationKey> among(Collection<StationKey> known) {
    return anyContract ? List.of() : known.stream().filter(this::left).sorted().toList();
  }

  private boolean left(StationKey key) {
    return !listed.contains(key) && contracts.contains(key.contract()) && !rejected.contains(key);
  }

  private void doubt(Rejection r) {
    String contract = r.contract();
    if (contract == null) {
      anyContract = true;
    } else if (r.stationId() == null) {
      contracts.remove(contract);
    } else {
      StationKeys.find(r).ifPresent(rejected::add);
    }
  }
}
