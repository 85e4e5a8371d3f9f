package org.dockline.dashboard.pipeline;

import java.util.Map;

/**
 * One figure of the pipeline, as programs read it and alerts watch it.
 *
 * @param name its metric, for example {@code dockline_snapshot_age_seconds}
 * @param labels what it is of
 * @param value the figure
 */
public record Measure(String name, Map<String, String> labels, double value) {

  /** Copies the labels. */
  public Measure {
    labels = Map.copyOf(labels);
  }
}
