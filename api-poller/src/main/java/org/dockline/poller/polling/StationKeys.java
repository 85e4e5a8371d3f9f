package org.dockline.poller.polling;

import java.util.Optional;
import org.dockline.station.Rejection;
import org.dockline.station.StationKey;

/** Which station a rejection speaks of. */
final class StationKeys {

  private StationKeys() {}

  /** Empty when the rejection does not tell, or tells what can't be a station. */
  static Optional<StationKey> find(Rejection r) {
    String contract = r.contract();
    String id = r.stationId();
    if (contract == null || id == null || contract.isBlank() || id.isBlank()) {
      return Optional.empty();
    }
    return contract.indexOf('/') >= 0
        ? Optional.empty()
        : Optional.of(new StationKey(contract, id));
  }
}
