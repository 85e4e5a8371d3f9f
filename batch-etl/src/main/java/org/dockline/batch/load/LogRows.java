package org.dockline.batch.load;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.StationCloseJson;

/**
 * A record of the log as it is, not yet decoded; or a {@link RecordRun} of one station's; or a
 * seed, the close of the day before, that travels with the records of its station.
 */
public final class LogRows {

  /** The record's key, UTF-8 text {@code contract/station_id}. */
  public static final String KEY = "key";

  /** The record's timestamp: when it was polled. Of a run and of a seed: null. */
  public static final String TIMESTAMP = "timestamp";

  /** The record's value, an {@link ObservationJson}; of a seed, a {@link StationCloseJson}. */
  public static final String VALUE = "value";

  /** A column beside these, see {@link #place}. */
  static final String PLACE = "place";

  /** The local date that a seed is for; null in a record. */
  private static final String SEED_OF = "seed_of";

  /** The first digits of a place: enough to divide stations evenly. */
  private static final int PLACE_DIGITS = 8;

  private static final int PLACE_BITS = 32;
  private static final int HEXADECIMAL = 16;
  private static final int DECIMAL = 10;
  private static final int SHA_BITS = 256;

  static final int KEY_AT = 0;
  private static final int TIMESTAMP_AT = 1;
  private static final int VALUE_AT = 2;
  private static final int SEED_OF_AT = 3;

  private static final StructType SCHEMA =
      new StructType()
          .add(KEY, DataTypes.BinaryType, true)
          .add(TIMESTAMP, DataTypes.TimestampType, true)
          .add(VALUE, DataTypes.BinaryType, true)
          .add(SEED_OF, DataTypes.DateType, true);

  private LogRows() {}

  /** Rows that were made one by one. */
  public static Dataset<Row> dataset(SparkSession spark, List<Row> rows) {
    return spark.createDataFrame(rows, SCHEMA);
  }

  /**
   * Brings records into this shape.
   *
   * @param records with at least the columns {@link #KEY}, {@link #TIMESTAMP}, {@link #VALUE}
   */
  public static Dataset<Row> of(Dataset<Row> records) {
    return records.select(
        col(KEY), col(TIMESTAMP), col(VALUE), lit(null).cast(DataTypes.DateType).as(SEED_OF));
  }

  /**
   * Orders stations as {@link StationKey#stableHash} does, read without a sign, the key that their
   * rows in the warehouse are kept by: a database writes its pages fewer times when rows come as
   * they lie there. Nothing but speed depends on it.
   */
  static Column place() {
    return sha2(col(KEY), SHA_BITS);
  }

  /** Divides stations into parts of about the same size, each a stretch of {@link #PLACE}. */
  static Column part(int parts) {
    Column first = conv(substring(col(PLACE), 1, PLACE_DIGITS), HEXADECIMAL, DECIMAL);
    return shiftright(first.cast(DataTypes.LongType).multiply(parts), PLACE_BITS)
        .cast(DataTypes.IntegerType);
  }

  /** The record of an observation. */
  public static Row record(StationObservation o) {
    return RowFactory.create(bytes(o.key()), o.polledAt(), ObservationJson.encode(o), null);
  }

  /** Records of one station as one row. */
  static Row run(byte[] key, byte[] run) {
    return RowFactory.create(key, null, run, null);
  }

  static Encoder<Row> encoder() {
    return Encoders.row(SCHEMA);
  }

  /** The seed of a station's day. */
  public static Row seed(StationKey key, LocalDate of, StationClose close) {
    return RowFactory.create(bytes(key), null, StationCloseJson.encode(close), of);
  }

  static boolean isSeed(Row row) {
    return !row.isNullAt(SEED_OF_AT);
  }

  static LocalDate seedOf(Row row) {
    return row.getAs(SEED_OF_AT);
  }

  static StationClose close(Row row) throws IOException {
    return StationCloseJson.decode(row.getAs(VALUE_AT));
  }

  static Instant timestamp(Row row) {
    return row.getAs(TIMESTAMP_AT);
  }

  /** The record's value; empty when it has none. */
  static byte[] value(Row row) {
    return row.isNullAt(VALUE_AT) ? new byte[0] : row.<byte[]>getAs(VALUE_AT);
  }

  /** Whether a record may tell of one of these days, by its key and timestamp alone. */
  static Column tellsOf(Collection<ContractDay> days) {
    Column contract = substring_index(col(KEY).cast(DataTypes.StringType), "/", 1);
    return contractsByPolls(days).entrySet().stream()
        .map(e -> contract.isin(e.getValue().toArray()).and(polledIn(e.getKey())))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  /** Contracts of one zone mostly want the same polls: one condition serves them all. */
  private static Map<List<PolledRange>, List<String>> contractsByPolls(
      Collection<ContractDay> days) {
    Map<String, List<PolledRange>> byContract =
        days.stream()
            .sorted()
            .collect(
                Collectors.groupingBy(
                    ContractDay::contract,
                    TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), PolledRange::of)));
    return byContract.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }

  private static Column polledIn(List<PolledRange> ranges) {
    return ranges.stream()
        .map(r -> col(TIMESTAMP).geq(lit(r.from())).and(col(TIMESTAMP).lt(lit(r.to()))))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static byte[] bytes(StationKey key) {
    return key.toString().getBytes(StandardCharsets.UTF_8);
  }
}
