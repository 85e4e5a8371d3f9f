package org.dockline.station.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.dockline.station.StationObservation;
import org.dockline.station.rows.ObservationAvro;
import org.dockline.station.rows.ObservationColumns;

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

  /**
   * Reads a file from its beginning; must be closed.
   *
   * @throws IOException when it is absent or no file of observations, naming it
   */
  public static ObservationReader read(InputFile file) throws IOException {
    return read(file, FilterCompat.NOOP);
  }

  /** Everything in a file, in its order; see {@link #read}. */
  public static List<StationObservation> readAll(InputFile file) throws IOException {
    return readAll(file, FilterCompat.NOOP);
  }

  /** The observations of one contract; parts without it are passed over by statistics. */
  public static List<StationObservation> readContract(InputFile file, String contract)
      throws IOException {
    return readAll(file, ofContract(contract));
  }

  /**
   * The same one after the other; must be closed.
   *
   * @throws IOException when the file is absent or no file of observations, naming it
   */
  public static ObservationReader openContract(InputFile file, String contract) throws IOException {
    return read(file, ofContract(contract));
  }

  private static FilterCompat.Filter ofContract(String contract) {
    return FilterCompat.get(
        FilterApi.eq(
            FilterApi.binaryColumn(ObservationColumns.CONTRACT), Binary.fromString(contract)));
  }

  private static List<StationObservation> readAll(InputFile file, FilterCompat.Filter filter)
      throws IOException {
    List<StationObservation> observations = new ArrayList<>();
    try (ObservationReader reader = read(file, filter)) {
      for (StationObservation o = reader.next(); o != null; o = reader.next()) {
        observations.add(o);
      }
    } catch (RuntimeException e) {
      throw notOurs(file, e);
    }
    return observations;
  }

  private static ObservationReader read(InputFile file, FilterCompat.Filter filter)
      throws IOException {
    try {
      return new ObservationReader(
          AvroParquetReader.<GenericRecord>builder(file, new PlainParquetConfiguration())
              // Without it Avro looks for classes named like the schema.
              .withDataModel(GenericData.get())
              .withCodecFactory(new PlainPages())
              .withFilter(filter)
              .build());
    } catch (RuntimeException e) {
      throw notOurs(file, e);
    }
  }

  /**
   * What Parquet and our decoding throw about a file that is no file of observations, as the
   * exception it should be. Parquet throws the bare class when a file is none of its own at all.
   *
   * @throws RuntimeException the given one, when it tells of a fault in a program instead
   */
  public static IOException notOurs(InputFile file, RuntimeException because) {
    boolean ofTheFile =
        because instanceof ParquetRuntimeException
            || because instanceof IllegalArgumentException
            || because instanceof IllegalStateException
            || because.getClass() == RuntimeException.class;
    if (!ofTheFile) {
      throw because;
    }
    return new IOException(
        file + " holds no observations of ours: " + because.getMessage(), because);
  }

  private static ParquetWriter<GenericRecord> writer(OutputFile file) throws IOException {
    return AvroParquetWriter.<GenericRecord>builder(file)
        .withSchema(ObservationAvro.SCHEMA)
        .withDataModel(GenericData.get())
        .withConf(new PlainParquetConfiguration())
        .withWriteMode(Mode.OVERWRITE)
        .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
        .withCodecFactory(new PlainPages())
        .withWriterVersion(WriterVersion.PARQUET_2_0)
        .withRowGroupSize(ROW_GROUP_BYTES)
        .withPageSize(PAGE_BYTES)
        .withPageRowCountLimit(PAGE_ROWS)
        // Their differences are small and their values many: a dictionary of them is most of the
        // file, and who reads one station reads all of it.
        .withDictionaryEncoding(ObservationColumns.REPORTED_AT, false)
        .withDictionaryEncoding(ObservationColumns.FEED_UPDATED_AT, false)
        .withDictionaryEncoding(ObservationColumns.OBSERVED_AT, false)
        .withDictionaryEncoding(ObservationColumns.POLLED_AT, false)
        .build();
  }
}
