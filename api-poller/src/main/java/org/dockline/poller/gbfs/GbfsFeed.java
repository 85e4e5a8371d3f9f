package org.dockline.poller.gbfs;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.Standing;
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
  private Held<Instant> status = Held.nothing();

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
    if (status.holdsAt(polledAt.plus(TOLERANCE))) {
      return new FeedAnswer.Unexpired();
    }
    GbfsCalls calls = new GbfsCalls(client, polledAt);
    try {
      Discovery addresses = system.addresses(calls, polledAt);
      InformationFile places = system.places(calls, addresses, polledAt);
      VehicleTypes types = system.types(calls, addresses, polledAt);
      system.renewInformation(calls, addresses, polledAt);
      return status(calls, addresses, places, types, polledAt);
    } catch (NoFileException e) {
      return unavailable(calls, e.failure(), polledAt);
    }
  }

  @Override
  public Standing standing() {
    return Standing.ALONE.with(information().attribution());
  }

  /** What the system says of itself, as far as it was asked; may be called by any thread. */
  public SystemInformation information() {
    return system.information();
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
    GbfsReply reply =
        calls.get("station_status", addresses.status(), "stations", status.validators());
    if (reply instanceof GbfsReply.Same && status.value() != null) {
      status = status.again(polledAt);
      return new FeedAnswer.NotModified(calls.exchange(system.source()));
    }
    GbfsReply.File file = NoFileException.file(reply);
    StationJoin join = new StationJoin(system.decoder(polledAt), contract, places, types);
    DecodedStations decoded = join.with(file.document());
    status =
        decoded.cut() == null ? Held.from(polledAt, polledAt, file, Duration.ZERO) : Held.nothing();
    return new FeedAnswer.Stations(
        calls.exchange(system.source()),
        decoded.stations(),
        decoded.rejections(),
        decoded.cut(),
        decoded.impossibleTimes(),
        join.oneSided());
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
