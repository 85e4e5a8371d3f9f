package org.dockline.poller;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.dockline.poller.contracts.Declared;
import org.dockline.poller.contracts.LearnedContracts;
import org.dockline.poller.contracts.LearningFeed;
import org.dockline.poller.fallover.FallOver;
import org.dockline.poller.fallover.FirstSource;
import org.dockline.poller.fallover.StandIn;
import org.dockline.poller.gbfs.GbfsFeed;
import org.dockline.poller.gbfs.SystemInformation;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV1Feed;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.polling.StationFeed;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;

/**
 * Which feeds the settings ask for.
 *
 * @param feeds each polled on its own schedule
 * @param fallOver who speaks for which contract; null when no source stands in for another
 */
record Feeds(List<StationFeed> feeds, @Nullable FallOver fallOver) {

  static Feeds of(
      PollerSettings settings, FeedClient client, LearnedContracts learned, Instant start) {
    return new Maker(settings, client, learned).feeds(start);
  }

  private record Maker(PollerSettings settings, FeedClient client, LearnedContracts learned) {

    Feeds feeds(Instant start) {
      return switch (settings.source()) {
        case SIMULATOR -> new Feeds(jcdecaux(), null);
        case GBFS -> new Feeds(gbfs(settings.gbfsAddresses()), null);
        case JCDECAUX_V1 -> jcdecaux(Source.JCDECAUX_V1, start);
        case JCDECAUX_V3 -> jcdecaux(Source.JCDECAUX_V3, start);
      };
    }

    private Feeds jcdecaux(Source source, Instant start) {
      if (!settings.fallOver()) {
        return new Feeds(jcdecaux(), null);
      }
      Map<String, URI> others = settings.standIns();
      FallOver fallOver = new FallOver(source, others.keySet(), start);
      List<StationFeed> feeds = new ArrayList<>();
      accesses().forEach(access -> feeds.add(learning(new FirstSource(feed(access), fallOver))));
      others.forEach((contract, address) -> feeds.add(standIn(contract, address, fallOver)));
      return new Feeds(feeds, fallOver);
    }

    private List<StationFeed> jcdecaux() {
      return accesses().stream().map(access -> learning(feed(access))).toList();
    }

    private List<JcdecauxAccess> accesses() {
      return settings.contracts().isEmpty()
          ? List.of(access(null))
          : settings.contracts().stream().map(this::access).toList();
    }

    private JcdecauxAccess access(@Nullable String contract) {
      return new JcdecauxAccess(settings.apiUrl(), settings.apiKey(), contract);
    }

    private StationFeed feed(JcdecauxAccess access) {
      return settings.source() == FeedSource.JCDECAUX_V1
          ? new JcdecauxV1Feed(client, access)
          : new JcdecauxV3Feed(client, access);
    }

    private StationFeed learning(StationFeed feed) {
      return new LearningFeed(feed, learned, () -> Declared.NOTHING);
    }

    private List<StationFeed> gbfs(Map<String, URI> addresses) {
      List<StationFeed> feeds = new ArrayList<>();
      addresses.forEach(
          (contract, address) -> {
            GbfsFeed feed = new GbfsFeed(client, contract, address);
            feeds.add(new LearningFeed(feed, learned, () -> declared(feed.information())));
          });
      return feeds;
    }

    private StationFeed standIn(String contract, URI address, FallOver fallOver) {
      AtomicReference<@Nullable GbfsFeed> current = new AtomicReference<>();
      Supplier<StationFeed> anew =
          () -> {
            GbfsFeed feed = new GbfsFeed(client, contract, address);
            current.set(feed);
            return feed;
          };
      StandIn standIn = new StandIn(contract, fallOver, anew);
      return new LearningFeed(
          standIn,
          learned,
          () -> {
            GbfsFeed feed = current.get();
            return feed == null ? Declared.NOTHING : declared(feed.information());
          });
    }

    private static Declared declared(SystemInformation system) {
      return new Declared(system.name(), system.zone().orElse(null));
    }
  }
}
