package org.dockline.dashboard.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.rows.ObservationAvro;
import org.dockline.station.rows.ObservationColumns;

/** Reads Parquet files of observations. */
final class ObservationFile {

  private ObservationFile() {}

  /**
   * Everything in a file, in its order.
   *
   * @throws IOException when it is absent or no such file, naming it
   */
  static List<StationObservation> readAll(Path file) throws IOException {
    return read(file, FilterCompat.NOOP);
  }

  /** One station's observations; row groups and pages of others are passed over by statistics. */
  static List<StationObservation> readStation(Path file, StationKey key) throws IOException {
    return read(
        file,
        FilterCompat.get(
            FilterApi.and(
                equal(ObservationColumns.CONTRACT, key.contract()),
                equal(ObservationColumns.STATION_ID, key.stationId()))));
  }

  private static org.apache.parquet.filter2.predicate.FilterPredicate equal(
      String column, String value) {
    return FilterApi.eq(FilterApi.binaryColumn(column), Binary.fromString(value));
  }

  private static List<StationObservation> read(Path file, FilterCompat.Filter filter)
      throws IOException {
    List<StationObservation> observations = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader = open(file, filter)) {
      for (GenericRecord record = reader.read(); record != null; record = reader.read()) {
        observations.add(ObservationAvro.decode(record));
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException(file + " holds no observations of ours: " + e.getMessage(), e);
    }
    return observations;
  }

  private static ParquetReader<GenericRecord> open(Path file, FilterCompat.Filter filter)
      throws IOException {
    return AvroParquetReader.<GenericRecord>builder(
            new LocalInputFile(file), new PlainParquetConfiguration())
        // Without it Avro looks for classes named like the schema.
        .withDataModel(GenericData.get())
        .withCodecFactory(new PageCodecs())
        .withFilter(filter)
        .build();
  }
}
