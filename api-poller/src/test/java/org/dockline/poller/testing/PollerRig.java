package org.dockline.poller.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.dockline.poller.kafka.TopicReader;
import org.dockline.station.PollReport;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.station.wire.ObservationRecord;
import org.dockline.station.wire.PollReportJson;

/** What a poller's process needs around it: a provider that answers as told, and a real broker. */
public final class PollerRig implements AutoCloseable {

  /** The key that the provider is asked with. */
  public static final String KEY = "0123456789abcdef0123456789abcdef01234567";

  private final MockWebServer provider = new MockWebServer();
  private final Path folder;
  private final BrokerProcess broker;

  private PollerRig(Path folder, BrokerProcess broker) {
    this.folder = folder;
    this.broker = broker;
  }

  /**
   * Starts both.
   *
   * @param folder for everything
   * @param answers to the target of each request
   */
  public static PollerRig start(Path folder, Function<String, MockResponse> answers)
      throws IOException {
    PollerRig rig = new PollerRig(folder, BrokerProcess.start(folder));
    rig.provider.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answers.apply(request.getTarget());
          }
        });
    rig.provider.start();
    return rig;
  }

  /** A poller of this provider, for this broker. */
  public PollerProcess poller(Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>();
    all.put("JCDECAUX_API_URL", url());
    all.put("JCDECAUX_API_KEY", KEY);
    all.put("POLL_INTERVAL", "PT1S");
    all.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    all.putAll(settings);
    return PollerProcess.start(folder, all);
  }

  /** Where the provider is, with a slash at the end. */
  public String url() {
    return provider.url("/").toString();
  }

  /** The broker. */
  public BrokerProcess broker() {
    return broker;
  }

  /** Everything in the topic of observations. */
  public List<StationObservation> observations() {
    return TopicReader.readAll(broker.bootstrapServers(), Topics.STATIONS).stream()
        .map(r -> ObservationRecord.decode(r.value(), Instant.ofEpochMilli(r.timestamp())))
        .map(d -> d.decoded().orElseThrow())
        .toList();
  }

  /** Everything in the topic of reports. */
  public List<PollReport> reports() {
    return TopicReader.readAll(broker.bootstrapServers(), Topics.POLLS).stream()
        .map(r -> PollReportJson.decode(r.value()))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public void close() {
    broker.close();
    provider.close();
  }
}
