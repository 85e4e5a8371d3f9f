package org.dockline.warehouse.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as the warehouse keeps them: UTC, without a zone, in milliseconds. */
final class SqlTimes {

  private SqlTimes() {}

  static LocalDateTime toColumn(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant fromColumn(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }
}
