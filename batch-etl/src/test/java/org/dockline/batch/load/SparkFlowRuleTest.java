package org.dockline.batch.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.SharedSpark;
import org.dockline.batch.testing.CapturingStaging;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowRuleContract;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.flow.StationFlows;

/** The batch: records of the log, through Spark, the rule and staging. */
class SparkFlowRuleTest extends FlowRuleContract {

  private final SparkSession spark = SharedSpark.get();

  @Override
  protected int histories() {
    return Boolean.getBoolean("dockline.long") ? 100 : 4;
  }

  @Override
  protected StationFlows flows(
      StationKey key, ContractDay day, StationClose seed, List<StationObservation> observations) {
    CapturingStaging staging = CapturingStaging.memory();
    Dataset<Row> records =
        LogRows.dataset(spark, observations.stream().map(LogRows::record).toList());
    Dataset<Row> seeds = LogRows.dataset(spark, List.of(LogRows.seed(key, day.date(), seed)));

    new StationStage(staging, 2).stage("load", List.of(day), records, seeds);

    List<StationDay> staged = staging.staged();
    assertThat(staged).hasSize(1);
    return staged.getFirst().flows();
  }
}
