package org.dockline.dashboard.files;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.ColumnIndexStore;
import org.dockline.station.rows.ObservationColumns;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of a row group are, and which stations may be in them. Each column tells of each
 * page, which takes longer to read than a page does; so it is read once.
 */
final class GroupPages implements ColumnIndexStore {

  private static final int BYTES_OF_PAGE = 240;
  private static final int BYTES_OF_OFFSET = 24;

  private final List<PageSpan> spans;
  private final Map<ColumnPath, OffsetIndex> offsets;

  private GroupPages(List<PageSpan> spans, Map<ColumnPath, OffsetIndex> offsets) {
    this.spans = List.copyOf(spans);
    this.offsets = Map.copyOf(offsets);
  }

  /** A row group that is read as one page. */
  static GroupPages one(BlockMetaData group) {
    return new GroupPages(List.of(whole(group)), Map.of());
  }

  /** What the file says of a row group; one page when it does not. */
  static GroupPages read(ParquetFileReader reader, BlockMetaData group) throws IOException {
    Map<ColumnPath, OffsetIndex> offsets = new HashMap<>();
    for (ColumnChunkMetaData column : group.getColumns()) {
      OffsetIndex own = reader.readOffsetIndex(column);
      if (own == null) {
        return one(group);
      }
      offsets.put(column.getPath(), own);
    }
    return new GroupPages(spans(reader, group, offsets), offsets);
  }

  private static List<PageSpan> spans(
      ParquetFileReader reader, BlockMetaData group, Map<ColumnPath, OffsetIndex> offsets)
      throws IOException {
    ColumnChunkMetaData stations = column(group, ObservationColumns.STATION_ID);
    ColumnChunkMetaData contracts = column(group, ObservationColumns.CONTRACT);
    OffsetIndex pages = Objects.requireNonNull(offsets.get(stations.getPath()), "offsets");
    OffsetIndex others = Objects.requireNonNull(offsets.get(contracts.getPath()), "offsets");
    IntFunction<Bounds> ids = bounds(reader.readColumnIndex(stations));
    IntFunction<Bounds> names =
        firstRows(others).equals(firstRows(pages))
            ? bounds(reader.readColumnIndex(contracts))
            : page -> Bounds.UNKNOWN;
    return IntStream.range(0, pages.getPageCount())
        .mapToObj(
            page ->
                new PageSpan(
                    pages.getFirstRowIndex(page),
                    pages.getLastRowIndex(page, group.getRowCount()),
                    names.apply(page),
                    ids.apply(page)))
        .toList();
  }

  /** A row group as one page. */
  static PageSpan whole(BlockMetaData group) {
    return new PageSpan(
        0,
        group.getRowCount() - 1,
        bounds(column(group, ObservationColumns.CONTRACT)),
        bounds(column(group, ObservationColumns.STATION_ID)));
  }

  private static Bounds bounds(ColumnChunkMetaData column) {
    Statistics<?> said = column.getStatistics();
    return said == null || !said.hasNonNullValue()
        ? Bounds.UNKNOWN
        : new Bounds(said.getMinBytes(), said.getMaxBytes());
  }

  private static IntFunction<Bounds> bounds(@Nullable ColumnIndex said) {
    return page ->
        said == null || said.getNullPages().get(page)
            ? Bounds.UNKNOWN
            : new Bounds(said.getMinValues().get(page), said.getMaxValues().get(page));
  }

  private static List<Long> firstRows(OffsetIndex pages) {
    return IntStream.range(0, pages.getPageCount()).mapToObj(pages::getFirstRowIndex).toList();
  }

  private static ColumnChunkMetaData column(BlockMetaData group, String name) {
    return group.getColumns().stream()
        .filter(column -> column.getPath().toDotString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no column '" + name + "'"));
  }

  /** The pages in order. */
  List<PageSpan> spans() {
    return spans;
  }

  /** About how many bytes of memory this takes. */
  int bytes() {
    return spans.size() * (BYTES_OF_PAGE + BYTES_OF_OFFSET * offsets.size());
  }

  @Override
  public ColumnIndex getColumnIndex(ColumnPath column) {
    throw new UnsupportedOperationException("No filter is used that would ask for it");
  }

  @Override
  public OffsetIndex getOffsetIndex(ColumnPath column) {
    OffsetIndex known = offsets.get(column);
    if (known == null) {
      throw new MissingOffsetIndexException(column);
    }
    return known;
  }
}
