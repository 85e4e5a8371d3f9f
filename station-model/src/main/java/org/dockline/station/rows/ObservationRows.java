package org.dockline.station.rows;

import static org.dockline.station.rows.ObservationColumns.*;

import java.time.Instant;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;

/** An observation as a Spark row. Sessions must run with the java8 time API and in UTC. */
public final class ObservationRows {

  /** The columns of {@link ObservationColumns}, in that order. */
  public static final StructType SCHEMA = schema();

  private ObservationRows() {}

  /** The encoder of datasets of this shape. */
  public static Encoder<Row> encoder() {
    return Encoders.row(SCHEMA);
  }

  /** The row of an observation. */
  public static Row encode(StationObservation o) {
    Place p = o.place();
    Counts c = o.counts();
    Flags f = o.flags();
    return RowFactory.create(
        o.key().contract(),
        o.key().stationId(),
        p.name(),
        p.address(),
        p.latitude(),
        p.longitude(),
        c.capacity(),
        c.bikes(),
        c.docks(),
        c.mechanicalBikes(),
        c.electricalBikes(),
        c.bikesDisabled(),
        c.docksDisabled(),
        o.status().name(),
        f.banking(),
        f.bonus(),
        f.connected(),
        f.overflow(),
        o.reportedAt(),
        o.feedUpdatedAt(),
        o.observedAt(),
        o.polledAt(),
        o.source().text(),
        o.extra(),
        o.present());
  }

  /**
   * The observation of a row that {@link #encode} made.
   *
   * @throws IllegalArgumentException when a value is none of ours, naming it
   */
  public static StationObservation decode(Row r) {
    String source = r.getString(22);
    return new StationObservation(
        new StationKey(r.getString(0), r.getString(1)),
        new Place(r.getString(2), r.getString(3), r.<Double>getAs(4), r.<Double>getAs(5)),
        new Counts(
            r.<Integer>getAs(6),
            r.<Integer>getAs(7),
            r.<Integer>getAs(8),
            r.<Integer>getAs(9),
            r.<Integer>getAs(10),
            r.<Integer>getAs(11),
            r.<Integer>getAs(12)),
        StationStatus.valueOf(r.getString(13)),
        new Flags(
            r.<Boolean>getAs(14), r.<Boolean>getAs(15), r.<Boolean>getAs(16), r.<Boolean>getAs(17)),
        r.<Instant>getAs(18),
        r.<Instant>getAs(19),
        r.<Instant>getAs(21),
        Source.find(source)
            .orElseThrow(() -> new IllegalArgumentException("Unknown source '" + source + "'")),
        r.getString(23),
        r.getBoolean(24));
  }

  private static StructType schema() {
    StructType type = new StructType();
    type = all(type, DataTypes.StringType, false, CONTRACT, STATION_ID);
    type = all(type, DataTypes.StringType, true, NAME, ADDRESS);
    type = all(type, DataTypes.DoubleType, true, LATITUDE, LONGITUDE);
    type = all(type, DataTypes.IntegerType, true, CAPACITY, BIKES, DOCKS, MECHANICAL_BIKES);
    type = all(type, DataTypes.IntegerType, true, ELECTRICAL_BIKES, BIKES_DISABLED, DOCKS_DISABLED);
    type = all(type, DataTypes.StringType, false, STATUS);
    type = all(type, DataTypes.BooleanType, true, BANKING, BONUS, CONNECTED, OVERFLOW);
    type = all(type, DataTypes.TimestampType, true, REPORTED_AT, FEED_UPDATED_AT);
    type = all(type, DataTypes.TimestampType, false, OBSERVED_AT, POLLED_AT);
    type = all(type, DataTypes.StringType, false, SOURCE);
    type = all(type, DataTypes.StringType, true, EXTRA);
    return all(type, DataTypes.BooleanType, false, PRESENT);
  }

  private static StructType all(StructType type, DataType of, boolean nullable, String... columns) {
    StructType result = type;
    for (String column : columns) {
      result = result.add(column, of, nullable);
    }
    return result;
  }
}
