package org.dockline.stream;

import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.architecture.ArchitectureRules;
import org.dockline.station.architecture.DirectionRules;
import org.dockline.station.architecture.PurityRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String STREAM = "org.dockline.stream";

  @TestFactory
  Stream<DynamicTest> holds() {
    return ArchitectureRules.testsOf(
        PurityRules.pure(
            STREAM + ".topic",
            STREAM + ".merge",
            STREAM + ".recent.plan",
            "org.dockline.station",
            "org.dockline.station.snapshot",
            "org.dockline.station.wire"),
        DirectionRules.onlyIn(List.of(STREAM + ".kafka"), "org.apache.kafka.."),
        DirectionRules.onlyIn(List.of(STREAM + ".spark", STREAM), "org.apache.spark.."),
        DirectionRules.onlyIn(List.of(), "org.apache.parquet.hadoop..", "org.apache.avro.."));
  }
}
