package org.dockline.dashboard.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;

/**
 * A file of observations by its pages, of some thousand rows each: where which stations may be, as
 * it says at its end, and the rows of a page. The file must not change. Safe for use by several
 * threads.
 */
final class ObservationPages {

  /** What a row group is described with takes in memory, about. */
  private static final int BYTES_OF_GROUP = 12_000;

  /** So few rows are read at once, without asking where each is. */
  private static final int FEW = 2_000;

  private final InputFile file;
  private final ParquetMetadata footer;
  private final List<PageSpan> groups;

  private ObservationPages(InputFile file, ParquetMetadata footer) {
    this.file = file;
    this.footer = footer;
    this.groups = footer.getBlocks().stream().map(GroupPages::whole).toList();
  }

  /**
   * Reads the end of a file.
   *
   * @throws IOException when it is absent or no file of observations, naming it
   */
  static ObservationPages of(InputFile file) throws IOException {
    try (ParquetFileReader reader = new ParquetFileReader(file, PageReader.options())) {
      new ObservationMaterializer().columnsOf(reader.getFileMetaData().getSchema());
      return new ObservationPages(file, reader.getFooter());
    } catch (RuntimeException e) {
      throw ObservationFile.notOurs(file, e);
    }
  }

  /** About how many bytes of memory this takes. */
  int bytes() {
    return BYTES_OF_GROUP * (1 + groups.size());
  }

  /** The row groups that may hold a station, by their numbers. */
  int[] groups(StationKey key) {
    return IntStream.range(0, groups.size())
        .filter(group -> groups.get(group).mayHold(key))
        .toArray();
  }

  /** Where the pages of a row group are; a small group is one. */
  GroupPages pages(int group) throws IOException {
    BlockMetaData told = footer.getBlocks().get(group);
    if (told.getRowCount() <= FEW) {
      return GroupPages.one(told);
    }
    try (ParquetFileReader reader =
        new ParquetFileReader(file, footer, PageReader.options(), file.newStream())) {
      return GroupPages.read(reader, told);
    } catch (RuntimeException e) {
      throw ObservationFile.notOurs(file, e);
    }
  }

  /** All rows of one of these pages. */
  List<StationObservation> read(int group, GroupPages pages, PageSpan page) throws IOException {
    try (PageReader reader = new PageReader(file, footer, pages)) {
      FileMetaData meta = footer.getFileMetaData();
      ObservationMaterializer materializer = new ObservationMaterializer();
      MessageType columns = materializer.columnsOf(meta.getSchema());
      reader.setRequestedSchema(columns);
      PageReadStore bytes = reader.readFilteredRowGroup(group, rows(page));
      return read(
          new ColumnIOFactory(meta.getCreatedBy())
              .getColumnIO(columns, meta.getSchema())
              .getRecordReader(bytes, materializer),
          bytes.getRowCount());
    } catch (RuntimeException e) {
      throw ObservationFile.notOurs(file, e);
    }
  }

  private static List<StationObservation> read(RecordReader<StationObservation> rows, long count) {
    List<StationObservation> found = new ArrayList<>();
    for (long row = 0; row < count; row++) {
      found.add(rows.read());
    }
    return found;
  }

  private static RowRanges rows(PageSpan page) {
    return RowRanges.builder().addSelectedRange(page.firstRow(), page.lastRow()).build();
  }
}
