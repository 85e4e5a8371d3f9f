package org.dockline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class LazySessionTest {

  private final SparkSession spark = SharedSpark.get();

  @Test
  void timesAreInstantsInUtc() {
    Instant time = Instant.parse("2026-03-29T01:30:00.123Z");
    StructType type = new StructType().add("t", DataTypes.TimestampType);
    Row row =
        spark
            .createDataFrame(List.of(RowFactory.create(time)), type)
            .select(functions.col("t"), functions.hour(functions.col("t")))
            .first();

    assertThat(row.<Instant>getAs(0)).isEqualTo(time);
    assertThat(row.getInt(1)).isEqualTo(1);
  }

  @Test
  void wrongCastFailsInsteadOfBecomingNull() {
    assertThatThrownBy(
            () ->
                spark
                    .range(1)
                    .select(functions.lit("seven").cast(DataTypes.IntegerType))
                    .collectAsList())
        .hasMessageContaining("CAST_INVALID_INPUT");
  }

  @Test
  void partsAreNotMergedBehindOurBack() {
    assertThat(spark.conf().get("spark.sql.adaptive.enabled")).isEqualTo("false");
    assertThat(spark.range(100).repartition(5).rdd().getNumPartitions()).isEqualTo(5);
  }
}
