package org.dockline.poller.simulator.pour;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.polling.Exchange;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.simulator.protocol.JsonBody;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/**
 * The simulator's v3 answers without the way over HTTP. Only stations that say something new since
 * the poll before are written and read: the others would be read as the same again.
 */
final class SimulatedFeed implements StationFeed {

  /** What a call on one machine takes; the report says that it is simulated. */
  private static final Duration LATENCY = Duration.ofMillis(40);

  private static final int HTTP_OK = 200;

  private final List<ListedStation> stations;
  private final Map<StationKey, StationObservation> seen = new LinkedHashMap<>();

  /**
   * A feed of all contracts.
   *
   * @param starts the first poll that lists the stations of a contract, by its name
   */
  SimulatedFeed(World world, Map<String, Instant> starts) {
    this.stations =
        world.all().stream()
            .map(s -> new ListedStation(s, starts.getOrDefault(s.facts().contract(), Instant.MIN)))
            .toList();
  }

  @Override
  public String scope() {
    return PollReport.ALL;
  }

  @Override
  public FeedAnswer poll(Instant polledAt) {
    List<ListedStation> listed = stations.stream().filter(s -> s.listedAt(polledAt)).toList();
    DecodedStations news =
        read(listed.stream().filter(s -> s.saysNewsAt(polledAt)).toList(), polledAt);
    seen.replaceAll((key, o) -> o.polledAgain(polledAt, null));
    news.stations().forEach(o -> seen.put(o.key(), o));
    return new FeedAnswer.Stations(
        new Exchange(Source.JCDECAUX_V3, LATENCY, HTTP_OK, bytes(listed), true),
        List.copyOf(seen.values()),
        news.rejections(),
        news.cut(),
        news.impossibleTimes());
  }

  private static DecodedStations read(List<ListedStation> stations, Instant polledAt) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = JsonBody.FACTORY.createGenerator(body)) {
      json.writeStartArray();
      for (ListedStation s : stations) {
        s.write(json, body);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return JcdecauxV3Feed.decode(
        AnswerText.of(ByteBuffer.wrap(body.toByteArray()), StandardCharsets.UTF_8), polledAt);
  }

  /** As long as an answer with all of them would be: brackets, commas and stations. */
  private static long bytes(List<ListedStation> listed) {
    long stations = listed.stream().mapToLong(ListedStation::bytes).sum();
    return 2 + Math.max(0, listed.size() - 1) + stations;
  }
}
