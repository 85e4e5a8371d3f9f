package org.dockline.poller.simulator.pour;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * The simulator's v3 answers without the way over HTTP. Only stations that say something new since
 * the poll before are written and read: the others would be read as the same again.
 */
final class SimulatedFeed implements StationFeed {

  /** What a call on one machine takes; the report says that it is simulated. */
  private static final Duration LATENCY = Duration.ofMillis(40);

  private static final int HTTP_OK = 200;

  private final List<ListedStation> stations;

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
    List<ListedStation> listed = new ArrayList<>(stations.size());
    List<ListedStation> news = new ArrayList<>();
    for (ListedStation s : stations) {
      if (s.listedAt(polledAt)) {
        listed.add(s);
        if (s.saysNewsAt(polledAt)) {
          news.add(s);
        }
      }
    }
    read(news, polledAt);
    return new FeedAnswer.Stations(
        new Exchange(Source.JCDECAUX_V3, LATENCY, HTTP_OK, bytes(listed), true),
        listed.stream().map(s -> s.seenAt(polledAt)).toList(),
        List.of(),
        null,
        0);
  }

  private static void read(List<ListedStation> news, Instant polledAt) {
    DecodedStations read = JcdecauxV3Feed.decode(written(news), polledAt);
    if (read.stations().size() != news.size()) {
      throw new IllegalStateException("The simulator's own stations were not read: " + read);
    }
    for (int i = 0; i < news.size(); i++) {
      news.get(i).readAs(read.stations().get(i));
    }
  }

  private static AnswerText written(List<ListedStation> stations) {
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
    return AnswerText.of(ByteBuffer.wrap(body.toByteArray()), StandardCharsets.UTF_8);
  }

  /** As long as an answer with all of them would be: brackets, commas and stations. */
  private static long bytes(List<ListedStation> listed) {
    long stations = listed.stream().mapToLong(ListedStation::bytes).sum();
    return 2 + Math.max(0, listed.size() - 1) + stations;
  }
}
