package org.dockline.dashboard.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.dockline.dashboard.files.ParquetTable.Column;
import org.dockline.dashboard.files.ParquetTable.ColumnType;
import org.dockline.dashboard.testing.ParquetRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenCanBeRead() throws IOException {
    Path file = folder.resolve("table.parquet");
    Instant at = Instant.parse("2026-03-01T10:00:00Z");
    try (OutputStream out = Files.newOutputStream(file)) {
      ParquetTable.write(
          List.of(
              new Column("name", ColumnType.TEXT),
              new Column("arrivals", ColumnType.COUNT),
              new Column("coverage", ColumnType.REAL),
              new Column("start_utc", ColumnType.TIME)),
          List.of(Arrays.asList("Gare", 3L, 0.5, at), Arrays.asList(null, null, null, null)),
          out);
    }
    List<GenericRecord> rows = ParquetRows.of(file);
    assertThat(rows).hasSize(2);
    GenericRecord row = rows.getFirst();
    assertThat(row.get("name")).hasToString("Gare");
    assertThat(row.get("arrivals")).isEqualTo(3L);
    assertThat(row.get("coverage")).isEqualTo(0.5);
    assertThat(row.get("start_utc").toString()).contains(String.valueOf(at.toEpochMilli()));
    assertThat(rows.getLast().get("name")).isNull();
  }
}
