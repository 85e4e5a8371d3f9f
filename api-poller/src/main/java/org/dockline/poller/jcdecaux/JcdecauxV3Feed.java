package org.dockline.poller.jcdecaux;

import org.dockline.poller.http.FeedClient;

/** {@code /vls/v3/stations}. */
public final class JcdecauxV3Feed extends JcdecauxFeed {

  /** Asks nobody yet. */
  public JcdecauxV3Feed(FeedClient client, JcdecauxAccess access) {
    super(client, access, "v3", StationMapper.V3);
  }
}
