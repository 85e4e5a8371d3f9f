package org.dockline.poller.gbfs;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.StationFeed;
import org.dockline.station.Rejection;

/**
 * One system that speaks GBFS: its discovery file leads to the others, each of which is asked for
 * again only when its time to live is over.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class GbfsFeed implements StationFeed {

  /** Ticks come a little early or late; a poll just before the end of a ttl is no rudeness. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  private final FeedClient client;
  private final String contract;
  private final String host;
  private final GbfsSystem system;
  private Held<Map<String, String>> validators = Held.nothing();

  /**
   * Asks nobody yet.
   *
   * @param contract canonical
   * @param address of {@code gbfs.json}
   */
  public GbfsFeed(FeedClient client, String contract, URI address) {
    HttpUrl url = HttpUrl.get(address.toString());
    this.client = client;
    this.contract = contract;
    this.host = url.host();
    this.system = new GbfsSystem(contract, url);
  }

  @Override
  public String scope() {
    return contract;
  }

  @Override
  public FeedAnswer poll(Instant polledAt) {
    if (validators.holdsAt(polledAt.plus(TOLERANCE))) {
      return new FeedAnswer.Unexpired();
    }
    GbfsCalls calls = new GbfsCalls(client, polledAt);
    try {
      Discovery addresses = system.addresses(calls, polledAt);
      InformationFile places = system.places(calls, addresses, polledAt);
      VehicleTypes types = system.types(calls, addresses, polledAt);
      return status(calls, addresses, places, types, polledAt);
    } catch (NoFileException e) {
      return unavailable(calls, e.failure(), polledAt);
    }
  }

  /** Where it asks. */
  @Override
  public String toString() {
    return "gbfs " + contract + " at " + host;
  }

  private FeedAnswer status(
      GbfsCalls calls,
      Discovery addresses,
      InformationFile places,
      VehicleTypes types,
      Instant polledAt)
      throws NoFileException {
    Map<String, String> known = validators.value();
    GbfsReply reply =
        calls.get(
            "station_status", addresses.status(), "stations", known == null ? Map.of() : known);
    if (reply instanceof GbfsReply.Same && known != null) {
      validators = validators.again(polledAt);
      return new FeedAnswer.NotModified(calls.exchange(system.source()));
    }
    GbfsDocument file = NoFileException.file(reply);
    DecodedStations decoded =
        new StationJoin(system.decoder(polledAt), contract, places, types).with(file);
    boolean whole = decoded.cut() == null;
    validators =
        whole && reply instanceof GbfsReply.File f
            ? Held.from(polledAt, f.validators(), file.ttl(), Duration.ZERO)
            : Held.nothing();
    return new FeedAnswer.Stations(
        calls.exchange(system.source()),
        decoded.stations(),
        decoded.rejections(),
        decoded.cut(),
        decoded.impossibleTimes());
  }

  private FeedAnswer unavailable(GbfsCalls calls, GbfsReply.Failure failure, Instant polledAt) {
    if (failure.gone()) {
      system.forgetAddresses();
    }
    String body = failure.body();
    List<Rejection> rejections =
        body == null
            ? List.of()
            : List.of(system.decoder(polledAt).rejectedWhole(body, failure.reason()));
    return new FeedAnswer.Unavailable(
        calls.exchange(system.source()), failure.reason(), failure.retryAfter(), rejections);
  }
}
