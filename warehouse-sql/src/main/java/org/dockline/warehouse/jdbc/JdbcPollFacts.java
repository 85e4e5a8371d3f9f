package org.dockline.warehouse.jdbc;

import java.time.Instant;
import java.util.List;
import org.dockline.station.PollHour;
import org.dockline.warehouse.PollFacts;
import org.dockline.warehouse.RejectedRecord;

/** Poll hours and rejected records. */
final class JdbcPollFacts implements PollFacts {

  private final Database database;

  JdbcPollFacts(Database database) {
    this.database = database;
  }

  @Override
  public void replacePollHours(String contract, Instant from, Instant to, List<PollHour> hours) {
    for (PollHour hour : hours) {
      if (!hour.contract().equals(contract)
          || hour.start().isBefore(from)
          || !hour.start().isBefore(to)) {
        throw new IllegalArgumentException(
            "Not a poll hour of " + contract + " in [" + from + ", " + to + "): " + hour);
      }
    }
    database.tell(
        "replace the poll hours of " + contract,
        sql -> PollHourRows.replace(sql, contract, from, to, hours));
  }

  @Override
  public List<PollHour> listPollHours(String contract, Instant from, Instant to) {
    return database.ask(
        "read the poll hours of " + contract, sql -> PollHourRows.list(sql, contract, from, to));
  }

  @Override
  public void saveRejected(List<RejectedRecord> records) {
    database.tell("save rejected records", sql -> RejectedRows.save(sql, records));
  }

  @Override
  public List<RejectedRecord> listRejected(Instant from, Instant to, int limit) {
    return limit == 0
        ? List.of()
        : database.ask("read the rejected records", sql -> RejectedRows.list(sql, from, to, limit));
  }
}
