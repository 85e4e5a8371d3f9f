package org.dockline.station.service;

import org.dockline.station.settings.Settings;

/**
 * Where a service answers {@code /health} and {@code /metrics}: on the loopback address unless an
 * operator opens it, because neither asks who is calling.
 *
 * @param host a name or number of this machine; {@code 0.0.0.0} stands for all
 * @param port 0 takes a free one
 */
public record HealthAddress(String host, int port) {

  /** Where nobody else reaches it. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Reads {@code HEALTH_ADDRESS} and {@code HEALTH_PORT}. */
  public static HealthAddress from(Settings settings, int usualPort) {
    return new HealthAddress(
        settings.text("HEALTH_ADDRESS", LOOPBACK),
        settings.number("HEALTH_PORT", usualPort, 0, 65_535));
  }
}
