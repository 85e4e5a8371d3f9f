package org.dockline.dashboard.files;

import org.dockline.station.StationKey;

/**
 * Some rows of a row group, and which stations may stand in them.
 *
 * @param firstRow counted from nought
 * @param lastRow inclusive
 * @param contracts between which their names lie
 * @param stations between which their ids lie
 */
record PageSpan(long firstRow, long lastRow, Bounds contracts, Bounds stations) {

  boolean mayHold(StationKey key) {
    return contracts.mayHold(key.contract()) && stations.mayHold(key.stationId());
  }
}
