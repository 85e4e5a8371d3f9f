package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;

/** The rows of {@code dim_contract}. */
final class ContractRows {

  private ContractRows() {}

  static List<Contract> list(Sql sql) throws SQLException {
    return sql.list(
        "SELECT * FROM bikes.v_contract ORDER BY contract", Sql.Binding.NONE, ContractRows::read);
  }

  static Optional<Contract> find(Sql sql, String name) throws SQLException {
    return sql
        .list(
            "SELECT * FROM bikes.v_contract WHERE contract = ?",
            row -> row.text(name),
            ContractRows::read)
        .stream()
        .findFirst();
  }

  static void saveAll(Sql sql, List<Contract> contracts) throws SQLException {
    for (Contract contract : contracts) {
      save(sql, contract);
    }
  }

  /** Inserts or updates; when it was first and last seen stays as it is. */
  static void save(Sql sql, Contract c) throws SQLException {
    long updated =
        sql.update(
            "UPDATE bikes.dim_contract SET commercial_name = ?, country_code = ?, country = ?,"
                + " time_zone = ?, latitude = ?, longitude = ? WHERE contract = ?",
            row -> {
              bindFacts(c, row);
              row.text(c.name());
            });
    if (updated == 0) {
      sql.update(
          "INSERT INTO bikes.dim_contract (commercial_name, country_code, country,"
              + " time_zone, latitude, longitude, contract) VALUES (?, ?, ?, ?, ?, ?, ?)",
          row -> {
            bindFacts(c, row);
            row.text(c.name());
          });
    }
  }

  /** The contract of a day; one that nobody has saved is made from what the day tells. */
  static Contract findOrAdd(Sql sql, ContractDay day) throws SQLException {
    Optional<Contract> known = find(sql, day.contract());
    if (known.isPresent()) {
      return known.get();
    }
    Contract added = new Contract(day.contract(), null, null, null, day.zone(), null, null);
    save(sql, added);
    return added;
  }

  /** Widens the span of days on which the contract was seen. */
  static void noteSeen(Sql sql, ContractDay day) throws SQLException {
    sql.update(
        "UPDATE bikes.dim_contract SET"
            + " first_seen = CASE WHEN first_seen < ? THEN first_seen ELSE ? END,"
            + " last_seen = CASE WHEN last_seen > ? THEN last_seen ELSE ? END"
            + " WHERE contract = ?",
        row ->
            row.date(day.date())
                .date(day.date())
                .date(day.date())
                .date(day.date())
                .text(day.contract()));
  }

  private static void bindFacts(Contract c, RowBinder row) throws SQLException {
    row.text(c.commercialName()).text(c.countryCode()).text(c.country()).text(c.zone().getId());
    row.real(c.latitude()).real(c.longitude());
  }

  private static Contract read(RowReader row) throws SQLException {
    return new Contract(
        row.text("contract"),
        row.findText("commercial_name"),
        row.findText("country_code"),
        row.findText("country"),
        ZoneId.of(row.text("time_zone")),
        row.findReal("latitude"),
        row.findReal("longitude"));
  }
}
