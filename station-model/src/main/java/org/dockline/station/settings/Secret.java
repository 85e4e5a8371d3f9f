package org.dockline.station.settings;

/**
 * A key or password. Its text form is masked, so that it can't reach a log by accident.
 *
 * @param reveal the secret itself
 */
public record Secret(String reveal) {

  /** Always {@code ***}. */
  @Override
  public String toString() {
    return "***";
  }
}
