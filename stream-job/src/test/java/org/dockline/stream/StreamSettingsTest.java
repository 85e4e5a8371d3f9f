package org.dockline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dockline.station.files.SnapshotLocation;
import org.dockline.station.service.HealthAddress;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {

  @Test
  void defaults() {
    assertThat(StreamSettings.from(Settings.of(Map.of())))
        .isEqualTo(
            new StreamSettings(
                "127.0.0.1:9092",
                "stations_topic",
                Duration.ofSeconds(10),
                1_000_000,
                SnapshotLocation.local(Path.of(".dockline/snapshots")),
                Path.of(".dockline/checkpoints"),
                "local[*]",
                new HealthAddress(HealthAddress.LOOPBACK, 8512)));
  }

  @Test
  void everySettingIsRead() {
    Settings given =
        Settings.of(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "STATIONS_TOPIC", "stations_of_test",
                "STREAM_TRIGGER", "PT1S",
                "STREAM_BATCH_RECORDS", "5000",
                "SNAPSHOT_DIR", "/data/snapshots",
                "CHECKPOINT_DIR", "/data/checkpoints",
                "SPARK_MASTER", "local[2]",
                "HEALTH_ADDRESS", "0.0.0.0",
                "HEALTH_PORT", "0"));
    assertThat(StreamSettings.from(given))
        .isEqualTo(
            new StreamSettings(
                "kafka:9092",
                "stations_of_test",
                Duration.ofSeconds(1),
                5_000,
                SnapshotLocation.local(Path.of("/data/snapshots")),
                Path.of("/data/checkpoints"),
                "local[2]",
                new HealthAddress("0.0.0.0", 0)));
  }

  @Test
  void aBatchTakesAboutAsLongAsItsTrigger() {
    Settings given = Settings.of(Map.of("STREAM_TRIGGER", "PT1M"));
    assertThat(StreamSettings.from(given).batchRecords()).isEqualTo(6_000_000);
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    Settings given =
        Settings.of(
            Map.of(
                "STREAM_TRIGGER", "PT2M", "HEALTH_PORT", "high", "STATIONS_TOPIC", "polls_topic"));
    assertThatThrownBy(() -> StreamSettings.from(given))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("STREAM_TRIGGER is 'PT2M'")
        .hasMessageContaining("HEALTH_PORT is 'high'")
        .hasMessageContaining("STATIONS_TOPIC is 'polls_topic'");
  }

  @Test
  void usageNamesEverySetting() {
    Settings settings = Settings.of(Map.of());
    StreamSettings.from(settings);
    assertThat(settings.effective().keySet())
        .allSatisfy(name -> assertThat(StreamSettings.USAGE).contains("  " + name));
  }
}
