package org.dockline.station;

/** What the operator says of a station. */
public enum StationStatus {
  /** Installed, renting and returning. */
  OPEN,
  /** Not installed, not renting or not returning. */
  CLOSED,
  /** Not said, or said in a word that is not known. */
  UNKNOWN
}
