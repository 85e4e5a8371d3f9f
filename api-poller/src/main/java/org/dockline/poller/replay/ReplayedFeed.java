package org.dockline.poller.replay;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dockline.poller.gbfs.GbfsFeed;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.http.RecordedAnswer;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV1Feed;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.Standing;
import org.dockline.poller.polling.StationFeed;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A real feed that is given recorded answers in place of the network, so that everything is
 * understood, joined, refused and reported as it was; then all times are shifted alike.
 */
final class ReplayedFeed implements StationFeed {

  private static final String HOST = "http://recorded.invalid/";
  private static final List<String> SINGLE = List.of("v1", "v3");
  private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([0-9.]+)\"");

  private final Map<String, RecordedAnswer> latest = new HashMap<>();
  private final Map<String, RecordedAnswer> given = new HashMap<>();
  private final Duration shift;
  private final StationFeed feed;

  /**
   * A feed that was given nothing yet.
   *
   * @param file {@code v1} or {@code v3}; anything else is of GBFS
   * @param contract as it was asked for, or {@code *}
   * @param shift is added to all times
   */
  ReplayedFeed(String file, String contract, Duration shift) {
    this.shift = shift;
    FeedClient client = FeedClient.answering(this::answer);
    this.feed =
        switch (file) {
          case "v1" -> new JcdecauxV1Feed(client, access(contract));
          case "v3" -> new JcdecauxV3Feed(client, access(contract));
          default -> new GbfsFeed(client, contract, URI.create(HOST + "gbfs.json"));
        };
  }

  /** What tells feeds apart in a recording: the protocol of a file. */
  static String protocol(String file) {
    return SINGLE.contains(file) ? file : "gbfs";
  }

  /** Whether no other file is asked for after it in the same poll. */
  static boolean isLastOfItsPoll(String file) {
    return SINGLE.contains(file) || file.startsWith("station_status");
  }

  /** An answer of the poll that comes next. */
  void give(RecordedAnswer answer) {
    given.put(answer.file(), answer);
    remember(answer);
  }

  /** An answer of an earlier poll that later ones rest on. */
  void remember(RecordedAnswer answer) {
    if (Integer.valueOf(200).equals(answer.status())) {
      latest.put(answer.file(), answer);
    }
  }

  @Override
  public String scope() {
    return feed.scope();
  }

  @Override
  public FeedAnswer poll(Instant shifted) {
    try {
      return switch (feed.poll(shifted.minus(shift))) {
        case FeedAnswer.Stations s ->
            new FeedAnswer.Stations(
                s.exchange(),
                s.stations().stream().map(this::shifted).toList(),
                rejections(s.rejections()),
                s.cut(),
                s.impossibleTimes(),
                s.oneSided());
        case FeedAnswer.Unavailable u ->
            new FeedAnswer.Unavailable(
                u.exchange(), u.reason(), u.retryAfter(), rejections(u.rejections()));
        case FeedAnswer.NotModified n -> n;
        case FeedAnswer.Unexpired u -> u;
      };
    } finally {
      given.clear();
    }
  }

  @Override
  public Standing standing() {
    return feed.standing();
  }

  private RecordedAnswer answer(String file) {
    RecordedAnswer answer = given.getOrDefault(file, latest.get(file));
    if (answer != null) {
      return answer;
    }
    // A recording of single files has none of the others; a bare one begins without them.
    return switch (file) {
      case "gbfs.json" -> RecordedAnswer.document(file, discovery());
      case "station_information.json" ->
          RecordedAnswer.document(
              file, "{\"version\":\"" + version() + "\",\"data\":{\"stations\":[]}}");
      default -> RecordedAnswer.notFound(file);
    };
  }

  private String discovery() {
    List<String> feeds = new ArrayList<>();
    for (String name : List.of("station_information", "station_status", "vehicle_types")) {
      feeds.add("{\"name\":\"" + name + "\",\"url\":\"" + HOST + name + ".json\"}");
    }
    return "{\"version\":\"" + version() + "\",\"data\":{\"feeds\":" + feeds + "}}";
  }

  private String version() {
    for (RecordedAnswer answer : latest.values()) {
      Matcher version = VERSION.matcher(answer.text());
      if (version.find()) {
        return version.group(1);
      }
    }
    return "2.3";
  }

  private List<Rejection> rejections(List<Rejection> rejections) {
    return rejections.stream().map(r -> r.receivedAgain(r.polledAt().plus(shift))).toList();
  }

  private StationObservation shifted(StationObservation o) {
    return new StationObservation(
        o.key(),
        o.place(),
        o.counts(),
        o.status(),
        o.flags(),
        plus(o.reportedAt()),
        plus(o.feedUpdatedAt()),
        o.polledAt().plus(shift),
        o.source(),
        o.extra(),
        o.present());
  }

  private @Nullable Instant plus(@Nullable Instant time) {
    return time == null ? null : time.plus(shift);
  }

  private static JcdecauxAccess access(String contract) {
    return new JcdecauxAccess(
        URI.create(HOST), new Secret("none"), contract.equals(PollReport.ALL) ? null : contract);
  }
}
