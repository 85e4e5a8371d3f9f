package org.dockline.poller.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;

class SimulatorSettingsTest {

  @Test
  void byDefaultThereAre1200StationsOfSeedOne() {
    assertThat(SimulatorSettings.of(Settings.of(Map.of())))
        .isEqualTo(new SimulatorSettings(1_200, 1));
  }

  @Test
  void bothCanBeSet() {
    Settings settings = Settings.of(Map.of("SIMULATOR_STATIONS", "5000", "SIMULATOR_SEED", "-7"));

    assertThat(SimulatorSettings.of(settings)).isEqualTo(new SimulatorSettings(5_000, -7));
  }

  @Test
  void wrongOnesAreNamedTogether() {
    Settings settings = Settings.of(Map.of("SIMULATOR_STATIONS", "7", "SIMULATOR_SEED", "x"));
    SimulatorSettings.of(settings);

    assertThatThrownBy(settings::check)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("SIMULATOR_STATIONS is '7'")
        .hasMessageContaining("SIMULATOR_SEED is 'x'");
  }
}
