package org.dockline.stream.files;

import java.io.IOException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.dockline.station.StationObservation;
import org.dockline.station.rows.ObservationAvro;

/**
 * Observations as a Parquet file in the shape of {@link ObservationAvro}.
 *
 * <p>Uncompressed: rows in the order of stations shrink to some ten bytes by Parquet's own
 * encodings (dictionaries, differences), and readers need no codec of the machine. Row groups and
 * pages are small, so that their statistics lead a reader of one station to few bytes.
 */
public final class ObservationFile {

  private static final long ROW_GROUP_BYTES = 1 << 20;
  private static final int PAGE_BYTES = 64 << 10;
  private static final int PAGE_ROWS = 2_000;

  private ObservationFile() {}

  /** Writes observations in the order given. */
  public static void write(OutputFile file, ObservationSource observations) throws IOException {
    try (ParquetWriter<GenericRecord> writer = writer(file)) {
      for (StationObservation o = observations.next(); o != null; o = observations.next()) {
        writer.write(ObservationAvro.encode(o));
      }
    }
  }

  /** Reads a file from its beginning; must be closed. */
  public static ObservationReader read(InputFile file) throws IOException {
    ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(file, new PlainParquetConfiguration())
            .withDataModel(GenericData.get())
            .build();
    return new ObservationReader(reader);
  }

  private static ParquetWriter<GenericRecord> writer(OutputFile file) throws IOException {
    return AvroParquetWriter.<GenericRecord>builder(file)
        .withSchema(ObservationAvro.SCHEMA)
        .withDataModel(GenericData.get())
        .withConf(new PlainParquetConfiguration())
        .withWriteMode(Mode.OVERWRITE)
        .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
        .withWriterVersion(WriterVersion.PARQUET_2_0)
        .withRowGroupSize(ROW_GROUP_BYTES)
        .withPageSize(PAGE_BYTES)
        .withPageRowCountLimit(PAGE_ROWS)
        .build();
  }
}
