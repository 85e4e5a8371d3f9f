package org.dockline.poller.simulator;

import org.dockline.poller.simulator.world.World;
import org.dockline.station.settings.Settings;

/**
 * Which world is simulated; the server and the pour must be given the same.
 *
 * @param stations of all contracts together
 * @param seed another one gives other stations with other habits
 */
record SimulatorSettings(int stations, int seed) {

  static final String USAGE =
      """
        SIMULATOR_STATIONS  stations of all contracts together, 8 to 50000 (1200)
        SIMULATOR_SEED      another one gives other stations with other habits (1)
      """;

  static SimulatorSettings of(Settings settings) {
    return new SimulatorSettings(
        settings.number("SIMULATOR_STATIONS", World.DEFAULT_STATIONS, 8, 50_000),
        settings.number("SIMULATOR_SEED", 1, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  World world() {
    return World.of(seed, stations);
  }
}
