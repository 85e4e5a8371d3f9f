package org.dockline.station.rows;

import static org.dockline.station.rows.ObservationColumns.*;

import java.time.Instant;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.jspecify.annotations.Nullable;

/** An observation as an Avro record, the shape in which Parquet files are written and read. */
public final class ObservationAvro {

  /** Times are UTC milliseconds since the epoch, with the logical type timestamp-millis. */
  public static final Schema SCHEMA = schema();

  private ObservationAvro() {}

  /** The record of an observation. */
  public static GenericRecord encode(StationObservation o) {
    GenericRecord r = new GenericData.Record(SCHEMA);
    r.put(CONTRACT, o.key().contract());
    r.put(STATION_ID, o.key().stationId());
    encodePlace(r, o.place());
    encodeCounts(r, o.counts());
    r.put(STATUS, o.status().name());
    r.put(BANKING, o.flags().banking());
    r.put(BONUS, o.flags().bonus());
    r.put(CONNECTED, o.flags().connected());
    r.put(OVERFLOW, o.flags().overflow());
    r.put(REPORTED_AT, millis(o.reportedAt()));
    r.put(FEED_UPDATED_AT, millis(o.feedUpdatedAt()));
    r.put(OBSERVED_AT, o.observedAt().toEpochMilli());
    r.put(POLLED_AT, o.polledAt().toEpochMilli());
    r.put(SOURCE, o.source().text());
    r.put(EXTRA, o.extra());
    r.put(PRESENT, o.present());
    return r;
  }

  /**
   * The observation of a record that {@link #encode} made.
   *
   * @throws IllegalArgumentException when a value is none of ours, naming it
   */
  public static StationObservation decode(GenericRecord r) {
    String source = String.valueOf(r.get(SOURCE));
    return new StationObservation(
        new StationKey(String.valueOf(r.get(CONTRACT)), String.valueOf(r.get(STATION_ID))),
        new Place(
            text(r, NAME), text(r, ADDRESS), (Double) r.get(LATITUDE), (Double) r.get(LONGITUDE)),
        decodeCounts(r),
        StationStatus.valueOf(String.valueOf(r.get(STATUS))),
        new Flags(
            (Boolean) r.get(BANKING),
            (Boolean) r.get(BONUS),
            (Boolean) r.get(CONNECTED),
            (Boolean) r.get(OVERFLOW)),
        instant(r, REPORTED_AT),
        instant(r, FEED_UPDATED_AT),
        Instant.ofEpochMilli((Long) r.get(POLLED_AT)),
        Source.find(source)
            .orElseThrow(() -> new IllegalArgumentException("Unknown source '" + source + "'")),
        text(r, EXTRA),
        (Boolean) r.get(PRESENT));
  }

  private static void encodePlace(GenericRecord r, Place p) {
    r.put(NAME, p.name());
    r.put(ADDRESS, p.address());
    r.put(LATITUDE, p.latitude());
    r.put(LONGITUDE, p.longitude());
  }

  private static void encodeCounts(GenericRecord r, Counts c) {
    r.put(CAPACITY, c.capacity());
    r.put(BIKES, c.bikes());
    r.put(DOCKS, c.docks());
    r.put(MECHANICAL_BIKES, c.mechanicalBikes());
    r.put(ELECTRICAL_BIKES, c.electricalBikes());
    r.put(BIKES_DISABLED, c.bikesDisabled());
    r.put(DOCKS_DISABLED, c.docksDisabled());
  }

  private static Counts decodeCounts(GenericRecord r) {
    return new Counts(
        (Integer) r.get(CAPACITY),
        (Integer) r.get(BIKES),
        (Integer) r.get(DOCKS),
        (Integer) r.get(MECHANICAL_BIKES),
        (Integer) r.get(ELECTRICAL_BIKES),
        (Integer) r.get(BIKES_DISABLED),
        (Integer) r.get(DOCKS_DISABLED));
  }

  private static Schema schema() {
    Schema time = LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    Schema optionalTime = Schema.createUnion(Schema.create(Schema.Type.NULL), time);
    SchemaBuilder.FieldAssembler<Schema> fields =
        SchemaBuilder.record("Observation").namespace("org.dockline").fields();
    fields.requiredString(CONTRACT).requiredString(STATION_ID);
    fields.optionalString(NAME).optionalString(ADDRESS);
    fields.optionalDouble(LATITUDE).optionalDouble(LONGITUDE);
    fields.optionalInt(CAPACITY).optionalInt(BIKES).optionalInt(DOCKS);
    fields.optionalInt(MECHANICAL_BIKES).optionalInt(ELECTRICAL_BIKES);
    fields.optionalInt(BIKES_DISABLED).optionalInt(DOCKS_DISABLED);
    fields.requiredString(STATUS);
    fields.optionalBoolean(BANKING).optionalBoolean(BONUS);
    fields.optionalBoolean(CONNECTED).optionalBoolean(OVERFLOW);
    fields.name(REPORTED_AT).type(optionalTime).withDefault(null);
    fields.name(FEED_UPDATED_AT).type(optionalTime).withDefault(null);
    fields.name(OBSERVED_AT).type(time).noDefault();
    fields.name(POLLED_AT).type(time).noDefault();
    fields.requiredString(SOURCE).optionalString(EXTRA).requiredBoolean(PRESENT);
    return fields.endRecord();
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static @Nullable Instant instant(GenericRecord r, String column) {
    Long millis = (Long) r.get(column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable String text(GenericRecord r, String column) {
    Object value = r.get(column);
    return value == null ? null : value.toString();
  }
}
