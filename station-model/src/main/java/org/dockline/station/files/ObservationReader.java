package org.dockline.station.files;

import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.hadoop.ParquetReader;
import org.dockline.station.StationObservation;
import org.dockline.station.rows.ObservationAvro;
import org.jspecify.annotations.Nullable;

/** Reads the observations of one file, one after the other. */
public final class ObservationReader implements ObservationSource, AutoCloseable {

  private final ParquetReader<GenericRecord> rows;

  ObservationReader(ParquetReader<GenericRecord> rows) {
    this.rows = rows;
  }

  @Override
  public @Nullable StationObservation next() throws IOException {
    GenericRecord row = rows.read();
    return row == null ? null : ObservationAvro.decode(row);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
