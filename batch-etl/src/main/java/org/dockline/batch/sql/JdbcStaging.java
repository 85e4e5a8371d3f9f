package org.dockline.batch.sql;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dockline.batch.load.StagingAccess;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.dockline.warehouse.jdbc.WarehouseLogin;

/** Opens the warehouse once in each process that runs tasks. */
public final class JdbcStaging implements StagingAccess {

  private static final Map<String, Warehouse> OPEN = new ConcurrentHashMap<>();

  /** Staging asks no clock; a day is stamped where it is committed. */
  private static final Clock NO_CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final String url;
  private final String user;
  private final String password;

  /** Logs in there. */
  public JdbcStaging(WarehouseLogin login) {
    this.url = login.url();
    this.user = login.user();
    this.password = login.password().reveal();
  }

  @Override
  public StagingWriter stage(String loadId, int part) {
    return OPEN.computeIfAbsent(url + ' ' + user, key -> open()).stage(loadId, part);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + url;
  }

  private Warehouse open() {
    return JdbcWarehouse.open(new WarehouseLogin(url, user, new Secret(password)), NO_CLOCK);
  }
}
