package org.dockline.batch.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dockline.batch.SharedSpark;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.junit.jupiter.api.Test;

class LogRowsTest {

  private static final int PARTS = 7;

  /** So that what a task stages lies together in the warehouse. */
  @Test
  void placesAreInTheOrderOfTheWarehousesKeysAndPartsAreStretchesOfThem() {
    List<StationKey> stations =
        IntStream.range(0, 200).mapToObj(i -> new StationKey("lyon", "é" + i)).toList();
    List<Row> rows = placed(stations).collectAsList();

    assertThat(rows)
        .map(row -> row.<String>getAs(LogRows.PLACE).substring(0, 2 * Long.BYTES))
        .containsExactlyElementsOf(
            stations.stream()
                .map(StationKey::stableHash)
                .sorted(Long::compareUnsigned)
                .map("%016x"::formatted)
                .toList());
    assertThat(rows).map(row -> row.<Integer>getAs("part")).isSorted();
    assertThat(rows)
        .map(row -> row.<Integer>getAs("part"))
        .containsAll(IntStream.range(0, PARTS).boxed().toList())
        .allMatch(part -> part >= 0 && part < PARTS);
  }

  private static Dataset<Row> placed(List<StationKey> stations) {
    LocalDate date = LocalDate.parse("2026-03-28");
    List<Row> seeds =
        stations.stream().map(key -> LogRows.seed(key, date, StationClose.NOTHING)).toList();
    return LogRows.dataset(SharedSpark.get(), seeds)
        .withColumn(LogRows.PLACE, LogRows.place())
        .withColumn("part", LogRows.part(PARTS))
        .sort(LogRows.PLACE);
  }
}
