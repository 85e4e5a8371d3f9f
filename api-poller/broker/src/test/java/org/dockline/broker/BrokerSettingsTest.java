package org.dockline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

  @Test
  void defaultsToKafkasUsualPortAndTheProjectsFolder() {
    BrokerSettings settings = BrokerSettings.from(Settings.of(Map.of()));

    assertThat(settings.port()).isEqualTo(9092);
    assertThat(settings.controllerPort()).isEqualTo(9093);
    assertThat(settings.dataDirectory())
        .isEqualTo(Path.of(".dockline", "data", "kafka").toAbsolutePath());
  }

  @Test
  void listensOnTheLoopbackAddressOnly() {
    BrokerSettings settings = BrokerSettings.from(Settings.of(Map.of("KAFKA_PORT", "19092")));

    assertThat(settings.serverProperties())
        .containsEntry("listeners", "PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093");
  }

  @Test
  void refusesOnePortForBothListeners() {
    Settings given = Settings.of(Map.of("KAFKA_PORT", "19092", "KAFKA_CONTROLLER_PORT", "19092"));

    assertThatThrownBy(() -> BrokerSettings.from(given))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("KAFKA_CONTROLLER_PORT is 19092")
        .hasMessageContaining("must differ");
  }
}
