package org.dockline.poller.jcdecaux;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.ErrorObject;
import org.dockline.poller.decode.StationArray;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.http.Reply;
import org.dockline.poller.polling.Exchange;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.StationFeed;
import org.dockline.station.Rejection;
import org.jspecify.annotations.Nullable;

/** One call for the stations of one contract, or of all. */
abstract sealed class JcdecauxFeed implements StationFeed permits JcdecauxV1Feed, JcdecauxV3Feed {

  /** A refused key is not accepted a few seconds later. */
  static final Duration WAIT_FOR_A_KEY = Duration.ofMinutes(5);

  private final FeedClient client;
  private final JcdecauxAccess access;
  private final String version;
  private final StationMapper mapper;
  private final KnownStations known = new KnownStations();

  JcdecauxFeed(FeedClient client, JcdecauxAccess access, String version, StationMapper mapper) {
    this.client = client;
    this.access = access;
    this.version = version;
    this.mapper = mapper;
  }

  @Override
  public final String scope() {
    return access.scope();
  }

  @Override
  public final FeedAnswer poll(Instant polledAt) {
    return switch (client.get(access.stations(version), Map.of("Accept", "application/json"))) {
      case Reply.Failed f -> {
        Exchange exchange = new Exchange(mapper.source(), f.latency(), f.status(), 0, false);
        yield new FeedAnswer.Unavailable(exchange, f.reason(), null, List.of());
      }
      case Reply.Received r -> received(r, polledAt);
    };
  }

  /** Where it asks, without the key. */
  @Override
  public final String toString() {
    return mapper.source() + " " + scope() + " at " + access.api().getHost();
  }

  private FeedAnswer received(Reply.Received r, Instant polledAt) {
    AnswerText body = access.redacted(AnswerText.of(r.body().asByteBuffer(), r.charset()));
    if (!r.successful()) {
      Duration retryAfter = keyRefused(r) ? WAIT_FOR_A_KEY : r.retryAfter(polledAt);
      return unavailable(r, body, httpReason(r, body), retryAfter, polledAt);
    }
    return switch (StationArray.in(body)) {
      case StationArray.Unusable u -> unavailable(r, body, u.reason(), null, polledAt);
      case StationArray.Found f -> stations(r, mapper.map(f, body.damaged(), polledAt, known));
    };
  }

  private static boolean keyRefused(Reply.Received r) {
    return r.status() == 401 || r.status() == 403;
  }

  private static String httpReason(Reply.Received r, AnswerText body) {
    String what = "HTTP " + r.status() + ": " + ErrorObject.reason(body);
    return keyRefused(r) ? "the key was refused, see JCDECAUX_API_KEY (" + what + ")" : what;
  }

  private FeedAnswer unavailable(
      Reply.Received r,
      AnswerText body,
      String reason,
      @Nullable Duration retryAfter,
      Instant polledAt) {
    Rejection rejection = mapper.decoder(polledAt).rejectedWhole(body.text(), reason);
    return new FeedAnswer.Unavailable(exchange(r), reason, retryAfter, List.of(rejection));
  }

  private FeedAnswer stations(Reply.Received r, DecodedStations decoded) {
    return new FeedAnswer.Stations(
        exchange(r),
        decoded.stations(),
        decoded.rejections(),
        decoded.cut(),
        decoded.impossibleTimes());
  }

  private Exchange exchange(Reply.Received r) {
    return new Exchange(mapper.source(), r.latency(), r.status(), r.body().size(), r.simulated());
  }
}
