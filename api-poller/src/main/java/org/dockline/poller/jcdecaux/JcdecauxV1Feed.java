package org.dockline.poller.jcdecaux;

import org.dockline.poller.http.FeedClient;

/** {@code /vls/v1/stations}. */
public final class JcdecauxV1Feed extends JcdecauxFeed {

  /** Asks nobody yet. */
  public JcdecauxV1Feed(FeedClient client, JcdecauxAccess access) {
    super(client, access, "v1", StationMapper.V1);
  }
}
