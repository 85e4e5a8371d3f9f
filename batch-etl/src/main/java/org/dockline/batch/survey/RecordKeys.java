package org.dockline.batch.survey;

import java.util.Optional;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/** Which station a record of the log is of, by its key. */
public final class RecordKeys {

  private RecordKeys() {}

  /** The station that a key names; empty when there is no key, or it names none. */
  public static Optional<StationKey> station(@Nullable String key) {
    int slash = key == null ? -1 : key.indexOf('/');
    if (key == null || slash < 0) {
      return Optional.empty();
    }
    String contract = key.substring(0, slash);
    String id = key.substring(slash + 1);
    return contract.isBlank() || id.isBlank()
        ? Optional.empty()
        : Optional.of(new StationKey(contract, id));
  }
}
