package org.dockline.dashboard.files;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a table of plain values as one Parquet file. */
public final class ParquetTable {

  /** What a column holds; every column may lack a value. */
  public enum ColumnType {
    /** {@link String}. */
    TEXT,
    /** {@link Long}. */
    COUNT,
    /** {@link Double}. */
    REAL,
    /** {@link java.time.Instant}, to the millisecond. */
    TIME
  }

  /** A column. */
  public record Column(String name, ColumnType type) {}

  private ParquetTable() {}

  /**
   * Writes it; the stream stays open.
   *
   * @param rows values in the order of the columns
   */
  public static void write(
      List<Column> columns, List<List<@Nullable Object>> rows, OutputStream out)
      throws IOException {
    Schema schema = schema(columns);
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(new Streamed(out))
            .withSchema(schema)
            .withDataModel(GenericData.get())
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .build()) {
      for (List<@Nullable Object> row : rows) {
        GenericRecord record = new GenericData.Record(schema);
        for (int i = 0; i < columns.size(); i++) {
          Object value = row.get(i);
          record.put(i, value instanceof Instant time ? time.toEpochMilli() : value);
        }
        writer.write(record);
      }
    }
  }

  private static Schema schema(List<Column> columns) {
    SchemaBuilder.FieldAssembler<Schema> fields =
        SchemaBuilder.record("row").namespace("org.dockline").fields();
    for (Column column : columns) {
      Schema type = Schema.createUnion(Schema.create(Schema.Type.NULL), schema(column.type()));
      fields = fields.name(column.name()).type(type).withDefault(null);
    }
    return fields.endRecord();
  }

  private static Schema schema(ColumnType type) {
    return switch (type) {
      case TEXT -> Schema.create(Schema.Type.STRING);
      case COUNT -> Schema.create(Schema.Type.LONG);
      case REAL -> Schema.create(Schema.Type.DOUBLE);
      case TIME -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    };
  }

  /** A Parquet file that is written to a stream from its first byte to its last. */
  private record Streamed(OutputStream out) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Counting(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counting extends PositionOutputStream {

    private final OutputStream out;
    private long position;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      position++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
      position += count;
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
