package org.dockline.warehouse.jdbc;

import org.dockline.station.settings.Settings;

/** For how long observations are kept; hours and everything above them stay for ever. */
public final class Retention {

  /** A century: as good as for ever. */
  private static final int LONGEST = 36_525;

  private Retention() {}

  /**
   * Local days, for {@code Warehouse.expireObservations}: {@code WAREHOUSE_OBSERVATION_DAYS}, or
   * what the database stores without trouble, which is 400 on SQL Server and 35 on H2.
   */
  public static int observationDays(Settings settings, WarehouseLogin login) {
    int ordinary = Dialect.of(login.url()).observationDays();
    return settings.number("WAREHOUSE_OBSERVATION_DAYS", ordinary, 1, LONGEST);
  }
}
