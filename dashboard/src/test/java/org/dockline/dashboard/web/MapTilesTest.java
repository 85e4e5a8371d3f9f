package org.dockline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tile server is let in, and nothing else with it. */
class MapTilesTest {

  @ParameterizedTest
  @CsvSource({
    "https://tiles.example.org/{z}/{x}/{y}.png, https://tiles.example.org",
    "https://{s}.tiles.example.org:8443/m/{z}/{x}/{y}{r}.png?k=a, https://*.tiles.example.org:8443",
    "http://127.0.0.1:9000/{z}/{x}/{y}, http://127.0.0.1:9000",
  })
  void onlyItsHostIsLetIn(String url, String source) {
    assertThat(read(url).imageSource()).isEqualTo(" " + source);
  }

  @Test
  void withoutOneNothingIsLetIn() {
    assertThat(read("")).isEqualTo(MapTiles.NONE);
    assertThat(MapTiles.NONE.imageSource()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiles/{z}/{x}/{y}.png",
        "ftp://tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png",
        "https://tiles.example.org/{z}/{x}/{y}.png; script-src *",
        "https://{z}.example.org/{x}/{y}.png",
      })
  void whatIsNoSuchAddressIsRefused(String url) {
    assertThatThrownBy(() -> read(url))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("MAP_TILES_URL")
        .hasMessageContaining(url);
  }

  private static MapTiles read(String url) {
    Settings settings = Settings.of(Map.of("MAP_TILES_URL", url));
    MapTiles tiles = MapTiles.from(settings);
    settings.check();
    return tiles;
  }
}
