package org.dockline.batch.load;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dockline.station.ContractDay;

/** A {@link StagedDay} on its way back from a task. */
final class StagedRows {

  private static final StructType SCHEMA =
      new StructType()
          .add("contract", DataTypes.StringType, false)
          .add("local_date", DataTypes.DateType, false)
          .add("time_zone", DataTypes.StringType, false)
          .add("stations", DataTypes.IntegerType, false)
          .add("records", DataTypes.LongType, false)
          .add("rejected", DataTypes.LongType, false)
          .add("sample", DataTypes.StringType, true)
          .add("error", DataTypes.StringType, true);

  private StagedRows() {}

  static Encoder<Row> encoder() {
    return Encoders.row(SCHEMA);
  }

  static List<Row> encode(Map<ContractDay, StagedDay> days) {
    return days.entrySet().stream().map(e -> encode(e.getKey(), e.getValue())).toList();
  }

  /** Adds up what several tasks say. */
  static Map<ContractDay, StagedDay> decode(Collection<Row> rows) {
    Map<ContractDay, StagedDay> days = new HashMap<>();
    rows.forEach(row -> days.merge(day(row), staged(row), StagedDay::plus));
    return days;
  }

  private static Row encode(ContractDay day, StagedDay staged) {
    return RowFactory.create(
        day.contract(),
        day.date(),
        day.zone().getId(),
        staged.stations(),
        staged.records(),
        staged.rejected(),
        staged.sample(),
        staged.error());
  }

  private static ContractDay day(Row row) {
    return new ContractDay(row.getString(0), row.<LocalDate>getAs(1), ZoneId.of(row.getString(2)));
  }

  private static StagedDay staged(Row row) {
    return new StagedDay(
        row.getInt(3), row.getLong(4), row.getLong(5), row.getString(6), row.getString(7));
  }
}
