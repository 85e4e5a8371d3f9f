package org.dockline.poller;

import static org.dockline.station.ContractCatalogue.canonicalName;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.simulator.ClockShift;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.Topics;
import org.dockline.station.service.HealthAddress;
import org.dockline.station.settings.Secret;
import org.dockline.station.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can choose.
 *
 * @param source which protocol to speak, and to whom
 * @param apiUrl where the JCDecaux API, or the simulator in its place, is
 * @param apiKey for JCDecaux
 * @param contracts JCDecaux contracts as the provider spells them; empty asks for all at once
 * @param fallOver whether GBFS stands in for a contract that JCDecaux's own API refuses
 * @param gbfsFeeds canonical contract to discovery file, as the operator names them
 * @param contractZones time zones that the operator has set, by contract
 * @param interval how often each feed is asked
 * @param policy which observations are sent
 * @param bootstrapServers where Kafka is
 * @param stationsTopic where observations go
 * @param stationsTopicPartitions how many partitions that topic has
 * @param health where the health endpoint listens
 * @param spoolDir where records wait while Kafka takes none
 * @param spoolLimit how many bytes may wait there
 * @param recordDir where every answer is written down; null: nowhere
 * @param clockShift how far in the past the simulated world lies; zero for real sources
 */
public record PollerSettings(
    FeedSource source,
    URI apiUrl,
    Secret apiKey,
    List<String> contracts,
    boolean fallOver,
    Map<String, URI> gbfsFeeds,
    Map<String, ZoneId> contractZones,
    Duration interval,
    SendPolicy policy,
    String bootstrapServers,
    String stationsTopic,
    int stationsTopicPartitions,
    HealthAddress health,
    Path spoolDir,
    long spoolLimit,
    @Nullable Path recordDir,
    Duration clockShift) {

  /** Longer intervals leave the live page stale, which the poller warns of. */
  static final Duration LONG_INTERVAL = Duration.ofMinutes(2);

  private static final String NO_CITY = "none";

  private static final String JCDECAUX_API = "https://api.jcdecaux.com";

  static final String USAGE =
      """
      Asks a provider of bike-share stations again and again and sends what changed to Kafka.

      Settings (environment):
        DOCKLINE_SOURCE            simulator, jcdecaux-v3, jcdecaux-v1 or gbfs (simulator)
        SIMULATOR_URL              where the simulator is (http://127.0.0.1:SIMULATOR_PORT)
        SIMULATOR_PORT             its port (8089)
        SIMULATOR_CLOCK_SHIFT      how far its clock is set back, such as -P30D (PT0S)
        JCDECAUX_API_URL           where the JCDecaux API is (https://api.jcdecaux.com)
        JCDECAUX_API_KEY           the key, or JCDECAUX_API_KEY_FILE
        JCDECAUX_CONTRACTS         contracts to ask for, by comma; empty asks for all, in one call
                                   where the protocol can; with gbfs, none: no city of JCDecaux
        JCDECAUX_FALL_OVER         gbfs: each contract that v1 or v3 refuses or no longer tells of is
                                   asked as GBFS; none: it is waited for (gbfs)
        GBFS_FEEDS                 more systems, or other addresses, for gbfs and for falling over:
                                   contract=address of its gbfs.json, by comma
        CONTRACT_ZONES             time zones that are not to be found out: contract=Area/City,...
        POLL_INTERVAL              how often each feed is asked (PT10S)
        POLL_RECORD_DIR            a folder in which every answer is written down, as replay plays it;
                                   empty: none is
        POLL_SEND                  changed, or all to send every station at every poll (changed)
        KAFKA_BOOTSTRAP_SERVERS    where Kafka is (127.0.0.1:9092)
        STATIONS_TOPIC             the topic of observations (stations_topic)
        STATIONS_TOPIC_PARTITIONS  how many partitions it has (1)
        HEALTH_PORT                port of /health and /metrics (8511)
        HEALTH_ADDRESS             the address they listen on; 0.0.0.0: all there are (127.0.0.1)
        SPOOL_DIR                  where records wait while Kafka takes none (.dockline/data/spool)
        SPOOL_LIMIT                how much may wait there (256MiB)
      """;

  /**
   * Reads the environment.
   *
   * @throws org.dockline.station.settings.InvalidSettingsException naming all that is wrong
   */
  static PollerSettings from(Settings s) {
    FeedSource source =
        FeedSource.of(
            s.oneOf(
                "DOCKLINE_SOURCE", "simulator", "simulator", "jcdecaux-v3", "jcdecaux-v1", "gbfs"));
    PollerSettings settings =
        new PollerSettings(
            source,
            apiUrl(s, source),
            apiKey(s, source),
            contracts(s, source),
            s.oneOf("JCDECAUX_FALL_OVER", "gbfs", "gbfs", "none").equals("gbfs"),
            GbfsAddresses.of(s),
            s.zones("CONTRACT_ZONES"),
            s.duration(
                "POLL_INTERVAL",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofHours(1)),
            s.oneOf("POLL_SEND", "changed", "changed", "all").equals("all")
                ? SendPolicy.ALL
                : SendPolicy.CHANGED,
            s.text("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
            s.text("STATIONS_TOPIC", Topics.STATIONS),
            s.number("STATIONS_TOPIC_PARTITIONS", 1, 1, 1_000),
            HealthAddress.from(s, 8511),
            s.path("SPOOL_DIR", ".dockline/data/spool"),
            s.size("SPOOL_LIMIT", "256MiB", 1L << 20, 1L << 40),
            s.list("POLL_RECORD_DIR").isEmpty() ? null : s.path("POLL_RECORD_DIR", "."),
            source == FeedSource.SIMULATOR ? ClockShift.of(s) : Duration.ZERO);
    if (source == FeedSource.GBFS && settings.gbfsAddresses().isEmpty()) {
      s.problem(
          "JCDECAUX_CONTRACTS is 'none' and GBFS_FEEDS names no system: there is nothing to ask");
    }
    s.check();
    return settings;
  }

  private static URI apiUrl(Settings s, FeedSource source) {
    if (source == FeedSource.SIMULATOR) {
      int port = s.number("SIMULATOR_PORT", 8089, 1, 65_535);
      return s.http("SIMULATOR_URL", "http://127.0.0.1:" + port);
    }
    return s.http("JCDECAUX_API_URL", JCDECAUX_API);
  }

  private static Secret apiKey(Settings s, FeedSource source) {
    return switch (source) {
      case JCDECAUX_V1, JCDECAUX_V3 -> s.secret("JCDECAUX_API_KEY");
      case SIMULATOR, GBFS -> new Secret("none");
    };
  }

  private static List<String> contracts(Settings s, FeedSource source) {
    List<String> contracts = s.list("JCDECAUX_CONTRACTS");
    if (source == FeedSource.GBFS && !contracts.equals(List.of(NO_CITY))) {
      contracts.stream()
          .filter(name -> !JcdecauxCities.feeds().containsKey(canonicalName(name)))
          .forEach(
              name ->
                  s.problem(
                      "JCDECAUX_CONTRACTS names '%s', which JCDecaux does not publish as GBFS; it has %s"
                          .formatted(name, String.join(", ", JcdecauxCities.feeds().keySet()))));
    }
    return contracts;
  }

  /** Discovery files to ask when the source is GBFS, by contract. */
  Map<String, URI> gbfsAddresses() {
    Map<String, URI> all = chosen(JcdecauxCities.feeds());
    all.putAll(gbfsFeeds);
    return all;
  }

  /**
   * Discovery files to fall over to, by contract. Who asks another API than JCDecaux's own, such as
   * a test's, is not led to JCDecaux's cities by surprise: then only the operator's own count.
   */
  Map<String, URI> standIns() {
    Map<String, URI> all = new LinkedHashMap<>();
    if (URI.create(JCDECAUX_API).getHost().equalsIgnoreCase(apiUrl.getHost())) {
      all.putAll(JcdecauxCities.feeds());
    }
    all.putAll(gbfsFeeds);
    return chosen(all);
  }

  private Map<String, URI> chosen(Map<String, URI> addresses) {
    Map<String, URI> chosen = new LinkedHashMap<>(addresses);
    List<String> names = contracts.stream().map(ContractCatalogue::canonicalName).toList();
    chosen.keySet().removeIf(contract -> !names.isEmpty() && !names.contains(contract));
    return chosen;
  }
}
