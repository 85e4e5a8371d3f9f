package org.dockline.poller.jcdecaux;

import java.time.Instant;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.StationArray;
import org.dockline.poller.http.FeedClient;

/** {@code /vls/v3/stations}. */
public final class JcdecauxV3Feed extends JcdecauxFeed {

  /** Asks nobody yet. */
  public JcdecauxV3Feed(FeedClient client, JcdecauxAccess access) {
    super(client, access, "v3", StationMapper.V3);
  }

  /**
   * Reads an answer that did not come over HTTP.
   *
   * @throws IllegalArgumentException when it is no array at all
   */
  public static DecodedStations decode(AnswerText body, Instant polledAt) {
    return switch (StationArray.in(body)) {
      case StationArray.Unusable u -> throw new IllegalArgumentException(u.reason());
      case StationArray.Found f ->
          StationMapper.V3.map(f, body.damaged(), polledAt, new KnownStations());
    };
  }
}
