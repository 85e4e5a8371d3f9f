package org.dockline.batch.archive;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MILLIS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dockline.batch.log.RawRecord;
import org.jspecify.annotations.Nullable;

/** The columns of an archived file: a record of Kafka, with nothing decoded and nothing lost. */
final class ArchiveRows {
  /** In which partition it stood. */
  static final String PARTITION = "partition";

  /** Its number there. */
  static final String OFFSET = "offset";

  /** The record's timestamp, ms UTC. */
  static final String TIMESTAMP = "timestamp";

  /** Bytes; null when there is none. */
  static final String KEY = "key";

  /** Bytes; null when there is none. */
  static final String VALUE = "value";

  /** Name and bytes of each, in order. */
  static final String HEADERS = "headers";

  private static final String LIST = "list";
  private static final String ELEMENT = "element";
  private static final String NAME = "name";

  /** All columns. */
  static final MessageType SCHEMA =
      Types.buildMessage()
          .required(INT32)
          .named(PARTITION)
          .required(INT64)
          .named(OFFSET)
          .required(INT64)
          .as(timestampType(true, MILLIS))
          .named(TIMESTAMP)
          .optional(BINARY)
          .named(KEY)
          .optional(BINARY)
          .named(VALUE)
          .requiredGroup()
          .as(listType())
          .repeatedGroup()
          .requiredGroup()
          .required(BINARY)
          .as(stringType())
          .named(NAME)
          .optional(BINARY)
          .named(VALUE)
          .named(ELEMENT)
          .named(LIST)
          .named(HEADERS)
          .named("record");

  /** What a survey needs. */
  static final MessageType SURVEYED =
      new MessageType(
          SCHEMA.getName(),
          SCHEMA.getType(PARTITION),
          SCHEMA.getType(OFFSET),
          SCHEMA.getType(TIMESTAMP),
          SCHEMA.getType(KEY));

  /** What Spark reads: a record of the log, and where it stood. */
  static final StructType SPARK =
      new StructType()
          .add(PARTITION, DataTypes.IntegerType, false)
          .add(OFFSET, DataTypes.LongType, false)
          .add(TIMESTAMP, DataTypes.TimestampType, false)
          .add(KEY, DataTypes.BinaryType, true)
          .add(VALUE, DataTypes.BinaryType, true);

  private ArchiveRows() {}

  static void write(RawRecord r, RecordConsumer to) {
    to.startMessage();
    field(to, PARTITION, 0, () -> to.addInteger(r.partition()));
    field(to, OFFSET, 1, () -> to.addLong(r.offset()));
    field(to, TIMESTAMP, 2, () -> to.addLong(r.timestamp()));
    bytes(to, KEY, 3, r.key());
    bytes(to, VALUE, 4, r.value());
    field(to, HEADERS, 5, () -> group(to, () -> headers(to, r.headers())));
    to.endMessage();
  }

  /** A record from those columns that were read. */
  static RawRecord read(Group row) {
    return new RawRecord(
        row.getInteger(PARTITION, 0),
        row.getLong(OFFSET, 0),
        row.getLong(TIMESTAMP, 0),
        bytes(row, KEY),
        row.getType().containsField(VALUE) ? bytes(row, VALUE) : null,
        row.getType().containsField(HEADERS) ? headers(row.getGroup(HEADERS, 0)) : List.of());
  }

  private static void headers(RecordConsumer to, List<RawRecord.Header> headers) {
    if (!headers.isEmpty()) {
      field(
          to,
          LIST,
          0,
          () ->
              headers.forEach(
                  h ->
                      group(
                          to, () -> field(to, ELEMENT, 0, () -> group(to, () -> header(to, h))))));
    }
  }

  private static void header(RecordConsumer to, RawRecord.Header header) {
    field(to, NAME, 0, () -> to.addBinary(Binary.fromString(header.name())));
    bytes(to, VALUE, 1, header.value());
  }

  private static List<RawRecord.Header> headers(Group list) {
    List<RawRecord.Header> headers = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount(LIST); i++) {
      Group header = list.getGroup(LIST, i).getGroup(ELEMENT, 0);
      headers.add(new RawRecord.Header(header.getString(NAME, 0), bytes(header, VALUE)));
    }
    return headers;
  }

  private static byte @Nullable [] bytes(Group row, String column) {
    return row.getFieldRepetitionCount(column) == 0 ? null : row.getBinary(column, 0).getBytes();
  }

  private static void bytes(RecordConsumer to, String column, int index, byte @Nullable [] value) {
    if (value != null) {
      field(to, column, index, () -> to.addBinary(Binary.fromConstantByteArray(value)));
    }
  }

  private static void field(RecordConsumer to, String column, int index, Runnable value) {
    to.startField(column, index);
    value.run();
    to.endField(column, index);
  }

  private static void group(RecordConsumer to, Runnable content) {
    to.startGroup();
    content.run();
    to.endGroup();
  }
}
