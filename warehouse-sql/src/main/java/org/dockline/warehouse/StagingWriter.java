package org.dockline.warehouse;

import org.dockline.station.flow.StationDay;

/**
 * Writes station-days into staging; nothing of it is visible before {@link Warehouse#replaceDay}.
 */
public interface StagingWriter extends AutoCloseable {

  /** Adds one station's day. */
  void add(StationDay day);

  /** Makes everything that was added durable; without it, closing forgets it. */
  void commit();

  @Override
  void close();
}
