package org.dockline.stream.recent.plan;

/** How far a recent file has been merged; later ones are made of earlier ones. */
public enum Tier {
  /** What one slice of a topic held of one date. */
  SLICE,
  /** Many slices, merged because there were many. */
  RUN,
  /** All of what arrived for the date in about an hour. */
  HOUR,
  /** All of a date that is over. */
  DAY
}
