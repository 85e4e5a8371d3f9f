package org.dockline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.dockline.station.Contract;
import org.dockline.station.service.HealthAddress;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;

class BatchSettingsTest {

  private final Map<String, String> environment =
      new HashMap<>(Map.of("WAREHOUSE_PASSWORD", "hidden"));

  @Test
  void defaults() {
    Settings settings = Settings.of(environment);
    BatchSettings batch = BatchSettings.of(settings, 2);
    ScheduleSettings schedule = ScheduleSettings.of(settings);
    settings.check();

    assertThat(batch.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(batch.kafka().stationsTopic()).isEqualTo("stations_topic");
    assertThat(batch.kafka().pollsTopic()).isEqualTo("polls_topic");
    assertThat(batch.sparkMaster()).isEqualTo("local[*]");
    assertThat(batch.snapshots()).hasToString(".dockline/snapshots");
    assertThat(batch.sizes().recordsInChunk()).isEqualTo(10_000_000);
    assertThat(schedule.timetable().cron()).hasToString("0 5 * * * (Europe/Brussels)");
    assertThat(schedule.timetable().alsoEvery()).isEqualTo(Duration.ZERO);
    assertThat(schedule.loadHeap()).isEqualTo("640m");
    assertThat(schedule.health()).isEqualTo(new HealthAddress(HealthAddress.LOOPBACK, 8513));
  }

  @Test
  void everySettingIsTaken() {
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    environment.put("STATIONS_TOPIC", "s");
    environment.put("POLLS_TOPIC", "p");
    environment.put("CONTRACT_ZONES", "oslo=Europe/Oslo, lyon=Asia/Tokyo");
    environment.put("WAREHOUSE_URL", "jdbc:h2:tcp://host:1/x");
    environment.put("SPARK_MASTER", "spark://host:7077");
    environment.put("SNAPSHOT_DIR", "/data/snapshots");
    environment.put("BATCH_CHUNK_RECORDS", "7");
    environment.put("BATCH_SCHEDULE", "15 6 * * 1");
    environment.put("BATCH_ZONE", "Asia/Tokyo");
    environment.put("BATCH_ALSO_EVERY", "PT15M");
    environment.put("BATCH_LOAD_HEAP", "2g");
    environment.put("HEALTH_PORT", "0");
    Settings settings = Settings.of(environment);
    BatchSettings batch = BatchSettings.of(settings, 2);
    ScheduleSettings schedule = ScheduleSettings.of(settings);
    settings.check();

    assertThat(batch.summary())
        .isEqualTo("topic s at kafka:9092, warehouse jdbc:h2:tcp://host:1/x");
    assertThat(batch.catalogue().find("oslo").map(Contract::zone))
        .hasValue(ZoneId.of("Europe/Oslo"));
    assertThat(batch.catalogue().find("lyon").map(Contract::zone))
        .hasValue(ZoneId.of("Asia/Tokyo"));
    assertThat(batch.sparkMaster()).isEqualTo("spark://host:7077");
    assertThat(batch.sizes().recordsInChunk()).isEqualTo(7);
    assertThat(schedule.timetable().cron()).hasToString("15 6 * * 1 (Asia/Tokyo)");
    assertThat(schedule.timetable().alsoEvery()).isEqualTo(Duration.ofMinutes(15));
    assertThat(schedule.loadHeap()).isEqualTo("2g");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    environment.clear();
    environment.put("CONTRACT_ZONES", "oslo=Europe/Atlantis");
    environment.put("WAREHOUSE_URL", "jdbc:mysql:x");
    environment.put("BATCH_SCHEDULE", "at five");
    environment.put("BATCH_LOAD_HEAP", "much");
    Settings settings = Settings.of(environment);
    BatchSettings.of(settings, 2);
    ScheduleSettings.of(settings);

    assertThatThrownBy(settings::check)
        .hasMessageContaining("oslo the zone 'Europe/Atlantis'")
        .hasMessageContaining("WAREHOUSE_URL is 'jdbc:mysql:x'")
        .hasMessageContaining("WAREHOUSE_PASSWORD is missing")
        .hasMessageContaining("BATCH_SCHEDULE is 'at five'")
        .hasMessageContaining("BATCH_LOAD_HEAP is 'much'");
  }
}
