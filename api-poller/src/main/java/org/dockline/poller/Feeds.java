package org.dockline.poller;

import java.util.List;
import org.dockline.poller.gbfs.GbfsFeed;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV1Feed;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.polling.StationFeed;
import org.jspecify.annotations.Nullable;

/** Which feeds the settings ask for. */
final class Feeds {

  private Feeds() {}

  static List<StationFeed> of(PollerSettings s, FeedClient client) {
    return switch (s.source()) {
      case SIMULATOR, JCDECAUX_V3 ->
          accesses(s).stream().<StationFeed>map(a -> new JcdecauxV3Feed(client, a)).toList();
      case JCDECAUX_V1 ->
          accesses(s).stream().<StationFeed>map(a -> new JcdecauxV1Feed(client, a)).toList();
      case GBFS ->
          s.gbfsFeeds().entrySet().stream()
              .<StationFeed>map(e -> new GbfsFeed(client, e.getKey(), e.getValue()))
              .toList();
    };
  }

  private static List<JcdecauxAccess> accesses(PollerSettings s) {
    return s.contracts().isEmpty()
        ? List.of(access(s, null))
        : s.contracts().stream().map(contract -> access(s, contract)).toList();
  }

  private static JcdecauxAccess access(PollerSettings s, @Nullable String contract) {
    return new JcdecauxAccess(s.apiUrl(), s.apiKey(), contract);
  }
}
