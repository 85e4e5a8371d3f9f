package org.dockline.dashboard.files;

import java.io.IOException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.internal.filter2.columnindex.ColumnIndexStore;
import org.apache.parquet.io.InputFile;
import org.dockline.station.files.PlainPages;

/** Parquet's reader, told where the pages are instead of reading that for each page. */
final class PageReader extends ParquetFileReader {

  private final ColumnIndexStore known;

  /** Opens the file, of which the end has been read before. */
  PageReader(InputFile file, ParquetMetadata footer, ColumnIndexStore known) throws IOException {
    super(file, footer, options(), file.newStream());
    this.known = known;
  }

  /** How files of observations are read. */
  static ParquetReadOptions options() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new PlainPages())
        .build();
  }

  @Override
  public ColumnIndexStore getColumnIndexStore(int group) {
    return known;
  }
}
