package org.dockline.station.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.api.ReadSupport.ReadContext;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.rows.ObservationAvro;

/**
 * What a file of observations says of itself at its end: which rows are where. Finding one station
 * costs mostly that, so whoever asks a file again keeps it; the file must not have changed. Safe
 * for use by several threads.
 */
public final class ObservationIndex {

  private final ParquetMetadata footer;

  private ObservationIndex(ParquetMetadata footer) {
    this.footer = footer;
  }

  /**
   * Reads it.
   *
   * @throws IOException when the file is absent or no file of observations, naming it
   */
  public static ObservationIndex of(InputFile file) throws IOException {
    try (ParquetFileReader reader = new ParquetFileReader(file, options(FilterCompat.NOOP))) {
      return new ObservationIndex(reader.getFooter());
    } catch (RuntimeException e) {
      throw ObservationFile.notOurs(file, e);
    }
  }

  /** How many parts it tells of; its size in memory is some kilobytes for each. */
  public int parts() {
    return footer.getBlocks().size();
  }

  /**
   * One station's observations in the order of the file; what else is in it is passed over.
   *
   * @param file the one that this is the index of
   */
  public List<StationObservation> readStation(InputFile file, StationKey key) throws IOException {
    FilterCompat.Filter filter = ObservationFile.ofStation(key);
    try (SeekableInputStream in = file.newStream();
        ParquetFileReader reader = new ParquetFileReader(file, footer, options(filter), in)) {
      return new Rows(footer.getFileMetaData(), filter).read(reader);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw ObservationFile.notOurs(file, e);
    }
  }

  private static ParquetReadOptions options(FilterCompat.Filter filter) {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new PlainPages())
        .withRecordFilter(filter)
        .build();
  }

  /** Makes observations of the pages that may hold some. */
  private static final class Rows {

    private final ParquetConfiguration configuration = new PlainParquetConfiguration();
    private final AvroReadSupport<GenericRecord> avro = new AvroReadSupport<>(GenericData.get());
    private final FileMetaData meta;
    private final FilterCompat.Filter filter;
    private final ReadContext context;
    private final MessageColumnIO columns;

    Rows(FileMetaData meta, FilterCompat.Filter filter) {
      this.meta = meta;
      this.filter = filter;
      this.context = avro.init(configuration, meta.getKeyValueMetaData(), meta.getSchema());
      this.columns =
          new ColumnIOFactory(meta.getCreatedBy())
              .getColumnIO(context.getRequestedSchema(), meta.getSchema());
    }

    List<StationObservation> read(ParquetFileReader reader) throws IOException {
      reader.setRequestedSchema(context.getRequestedSchema());
      List<StationObservation> found = new ArrayList<>();
      for (PageReadStore pages = reader.readNextFilteredRowGroup();
          pages != null;
          pages = reader.readNextFilteredRowGroup()) {
        read(pages, found);
      }
      return found;
    }

    private void read(PageReadStore pages, List<StationObservation> found) {
      Map<String, String> said = meta.getKeyValueMetaData();
      RecordReader<GenericRecord> rows =
          columns.getRecordReader(
              pages, avro.prepareForRead(configuration, said, meta.getSchema(), context), filter);
      for (long row = 0; row < pages.getRowCount(); row++) {
        GenericRecord one = rows.read();
        if (one != null && !rows.shouldSkipCurrentRecord()) {
          found.add(ObservationAvro.decode(one));
        }
      }
    }
  }
}
