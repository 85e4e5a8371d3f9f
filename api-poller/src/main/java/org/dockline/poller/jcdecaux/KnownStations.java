package org.dockline.poller.jcdecaux;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dockline.poller.decode.Mapped;
import org.dockline.station.Decoding;
import org.dockline.station.StationObservation;

/**
 * The stations of the answer before, by their text: most are in the next answer again, letter by
 * letter, and need not be read again. Only what was understood whole is kept, for only that means
 * the same at every later time.
 *
 * <p>Not safe for use by several threads at once.
 */
final class KnownStations {

  private Map<String, StationObservation> before = Map.of();
  private Map<String, StationObservation> now = new HashMap<>();
  private Instant lastPolledAt = Instant.MIN;

  /** An answer begins; one that was asked for earlier than the last one knows nothing. */
  void begin(Instant polledAt) {
    before = polledAt.isBefore(lastPolledAt) ? Map.of() : now;
    now = HashMap.newHashMap(before.size());
    lastPolledAt = polledAt;
  }

  /**
   * The station of that text, seen by this poll.
   *
   * @param damaged whether the answer holds bytes that are no text: then each is looked at anew
   */
  Optional<Decoding<Mapped>> again(String raw, boolean damaged) {
    StationObservation known = damaged ? null : before.get(raw);
    if (known == null) {
      return Optional.empty();
    }
    StationObservation again = known.polledAgain(lastPolledAt, null);
    now.put(raw, again);
    return Optional.of(new Decoding.Decoded<>(new Mapped(again, 0)));
  }

  /** Keeps what was read for the next answer. */
  void keep(String raw, Decoding<Mapped> decoding) {
    if (decoding instanceof Decoding.Decoded<Mapped>(Mapped mapped)
        && mapped.impossibleTimes() == 0) {
      now.put(raw, mapped.station());
    }
  }
}
