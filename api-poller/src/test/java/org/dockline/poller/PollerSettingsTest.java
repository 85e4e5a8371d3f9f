package org.dockline.poller;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.poller.contracts.LearnedContracts;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.service.HealthAddress;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Secret;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;

class PollerSettingsTest {

  @Test
  void defaultsAskTheSimulator() {
    PollerSettings s = from(Map.of());
    assertThat(s.source()).isEqualTo(FeedSource.SIMULATOR);
    assertThat(s.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:8089"));
    assertThat(s.contracts()).isEmpty();
    assertThat(s.fallOver()).isTrue();
    assertThat(s.gbfsFeeds()).isEmpty();
    assertThat(s.contractZones()).isEmpty();
    assertThat(s.interval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(s.policy()).isEqualTo(SendPolicy.CHANGED);
    assertThat(s.bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(s.stationsTopic()).isEqualTo("stations_topic");
    assertThat(s.stationsTopicPartitions()).isEqualTo(1);
    assertThat(s.health()).isEqualTo(new HealthAddress(HealthAddress.LOOPBACK, 8511));
    assertThat(s.spoolDir()).isEqualTo(Path.of(".dockline", "data", "spool"));
    assertThat(s.spoolLimit()).isEqualTo(256L << 20);
  }

  @Test
  void everySettingCanBeGiven() {
    PollerSettings s =
        from(
            Map.ofEntries(
                entry("DOCKLINE_SOURCE", "jcdecaux-v1"),
                entry("JCDECAUX_API_URL", "http://127.0.0.1:4711"),
                entry("JCDECAUX_API_KEY", "x"),
                entry("JCDECAUX_CONTRACTS", "lyon, dublin"),
                entry("JCDECAUX_FALL_OVER", "none"),
                entry("GBFS_FEEDS", "oslo=https://gbfs.example.org/gbfs.json"),
                entry("CONTRACT_ZONES", "oslo=Europe/Oslo"),
                entry("POLL_INTERVAL", "PT1M"),
                entry("POLL_SEND", "all"),
                entry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"),
                entry("STATIONS_TOPIC", "other"),
                entry("STATIONS_TOPIC_PARTITIONS", "4"),
                entry("HEALTH_ADDRESS", "0.0.0.0"),
                entry("HEALTH_PORT", "0"),
                entry("SPOOL_DIR", "/tmp/spool"),
                entry("SPOOL_LIMIT", "2GiB"),
                entry("POLL_RECORD_DIR", "/tmp/recorded")));
    assertThat(s)
        .isEqualTo(
            new PollerSettings(
                FeedSource.JCDECAUX_V1,
                URI.create("http://127.0.0.1:4711"),
                new Secret("x"),
                List.of("lyon", "dublin"),
                false,
                Map.of("oslo", URI.create("https://gbfs.example.org/gbfs.json")),
                Map.of("oslo", ZoneId.of("Europe/Oslo")),
                Duration.ofMinutes(1),
                SendPolicy.ALL,
                "kafka:9092",
                "other",
                4,
                new HealthAddress("0.0.0.0", 0),
                Path.of("/tmp/spool"),
                2L << 30,
                Path.of("/tmp/recorded"),
                Duration.ZERO));
    assertThat(feeds(s))
        .containsExactly("jcdecaux-v1 lyon at 127.0.0.1", "jcdecaux-v1 dublin at 127.0.0.1");
  }

  @Test
  void theClockFollowsTheSimulatorsAlone() {
    String setting = "SIMULATOR_CLOCK_SHIFT";
    assertThat(from(Map.of(setting, "-P30D")).clockShift()).isEqualTo(Duration.ofDays(-30));
    assertThat(from(Map.of(setting, "-P30D", "DOCKLINE_SOURCE", "gbfs")).clockShift()).isZero();
    assertThatThrownBy(() -> from(Map.of(setting, "PT1S"))).hasMessageContaining(setting);
  }

  @Test
  void theSimulatorMayBeElsewhere() {
    assertThat(from(Map.of("SIMULATOR_PORT", "4711")).apiUrl())
        .isEqualTo(URI.create("http://127.0.0.1:4711"));
    assertThat(from(Map.of("SIMULATOR_URL", "http://simulator:8089")).apiUrl())
        .isEqualTo(URI.create("http://simulator:8089"));
    assertThat(feeds(from(Map.of()))).containsExactly("jcdecaux-v3 * at 127.0.0.1");
  }

  @Test
  void gbfsAsksJcdecauxsCitiesAndTheOthersThatAreGiven() {
    assertThat(feeds(from(Map.of("DOCKLINE_SOURCE", "gbfs"))))
        .hasSize(19)
        .contains("gbfs toyama at api.cyclocity.fr");
    assertThat(from(Map.of("DOCKLINE_SOURCE", "gbfs")).gbfsAddresses())
        .containsEntry(
            "lyon", URI.create("https://api.cyclocity.fr/contracts/lyon/gbfs/v3/gbfs.json"));
    Map<String, URI> more =
        from(Map.of(
                "DOCKLINE_SOURCE", "gbfs",
                "GBFS_FEEDS",
                    "Oslo=https://gbfs.example.org/gbfs.json,Lyon=https://lyon.example.org/gbfs.json"))
            .gbfsAddresses();
    assertThat(more)
        .hasSize(20)
        .containsEntry("oslo", URI.create("https://gbfs.example.org/gbfs.json"))
        .containsEntry("lyon", URI.create("https://lyon.example.org/gbfs.json"));
  }

  @Test
  void gbfsAsksSomeOrNoneOfJcdecauxsCities() {
    assertThat(
            from(Map.of("DOCKLINE_SOURCE", "gbfs", "JCDECAUX_CONTRACTS", "Lyon,cergy-pontoise"))
                .gbfsAddresses())
        .containsOnlyKeys("lyon", "cergy");
    assertThat(
            from(Map.of(
                    "DOCKLINE_SOURCE", "gbfs",
                    "JCDECAUX_CONTRACTS", "none",
                    "GBFS_FEEDS", "oslo=https://gbfs.example.org/gbfs.json"))
                .gbfsAddresses())
        .containsOnlyKeys("oslo");
    assertThatThrownBy(() -> from(Map.of("DOCKLINE_SOURCE", "gbfs", "JCDECAUX_CONTRACTS", "none")))
        .hasMessageContaining("there is nothing to ask");
    assertThatThrownBy(() -> from(Map.of("DOCKLINE_SOURCE", "gbfs", "JCDECAUX_CONTRACTS", "paris")))
        .hasMessageContaining("JCDECAUX_CONTRACTS names 'paris'");
  }

  @Test
  void gbfsStandsInForJcdecauxsOwnApi() {
    Map<String, String> v3 = Map.of("DOCKLINE_SOURCE", "jcdecaux-v3", "JCDECAUX_API_KEY", "x");
    assertThat(feeds(from(v3)))
        .hasSize(20)
        .contains("jcdecaux-v3 * at api.jcdecaux.com", "gbfs lyon, standing in");
    assertThat(feeds(from(with(v3, "JCDECAUX_CONTRACTS", "lyon,paris"))))
        .containsExactly(
            "jcdecaux-v3 lyon at api.jcdecaux.com",
            "jcdecaux-v3 paris at api.jcdecaux.com",
            "gbfs lyon, standing in");
    // Another API's contracts are not asked for at JCDecaux's.
    assertThat(feeds(from(with(v3, "JCDECAUX_API_URL", "http://127.0.0.1:4711"))))
        .containsExactly("jcdecaux-v3 * at 127.0.0.1");
    assertThat(feeds(from(with(v3, "JCDECAUX_FALL_OVER", "none"))))
        .containsExactly("jcdecaux-v3 * at api.jcdecaux.com");
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(
            () ->
                from(
                    Map.of(
                        "DOCKLINE_SOURCE", "jcdecaux-v3",
                        "POLL_INTERVAL", "fast",
                        "SPOOL_LIMIT", "plenty",
                        "POLL_SEND", "some",
                        "GBFS_FEEDS", "oslo=ftp://x")))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("JCDECAUX_API_KEY is missing")
        .hasMessageContaining("POLL_INTERVAL is 'fast'; it must be an ISO-8601 duration")
        .hasMessageContaining("SPOOL_LIMIT is 'plenty'; it must be a size in KiB, MiB or GiB")
        .hasMessageContaining("POLL_SEND is 'some'; it must be one of changed, all")
        .hasMessageContaining("GBFS_FEEDS gives oslo the address 'ftp://x'");
  }

  @Test
  void theKeyIsMasked() {
    PollerSettings s =
        from(Map.of("DOCKLINE_SOURCE", "jcdecaux-v3", "JCDECAUX_API_KEY", "secret-key"));
    assertThat(s.toString()).contains("***").doesNotContain("secret-key");
  }

  @Test
  void theUsageNamesEverySetting() {
    Settings settings =
        Settings.of(Map.of("DOCKLINE_SOURCE", "jcdecaux-v3", "JCDECAUX_API_KEY", "x"));
    PollerSettings unused = PollerSettings.from(settings);
    assertThat(unused.source()).isEqualTo(FeedSource.JCDECAUX_V3);
    settings.effective().keySet().forEach(name -> assertThat(PollerSettings.USAGE).contains(name));
  }

  private static Map<String, String> with(Map<String, String> settings, String name, String value) {
    Map<String, String> all = new HashMap<>(settings);
    all.put(name, value);
    return all;
  }

  private static List<String> feeds(PollerSettings s) {
    try (FeedClient client = FeedClient.of(FeedClient.Timeouts.USUAL, 1)) {
      LearnedContracts learned =
          new LearnedContracts(
              ContractCatalogue.builtIn(), (lat, lon) -> Optional.empty(), Runnable::run);
      return Feeds.of(s, client, learned, Instant.EPOCH).feeds().stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static PollerSettings from(Map<String, String> environment) {
    return PollerSettings.from(Settings.of(environment));
  }
}
