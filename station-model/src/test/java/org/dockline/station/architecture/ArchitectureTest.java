package org.dockline.station.architecture;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String STATION = "org.dockline.station";

  @TestFactory
  Stream<DynamicTest> holds() {
    return ArchitectureRules.testsOf(
        PurityRules.pure(STATION, STATION + ".flow..", STATION + ".snapshot.."),
        DirectionRules.onlyIn(List.of(STATION + ".wire.."), "com.fasterxml.jackson.."),
        DirectionRules.onlyIn(
            List.of(STATION + ".rows..", STATION + ".files.."), "org.apache.avro.."),
        DirectionRules.onlyIn(List.of(STATION + ".rows.."), "org.apache.spark.."),
        DirectionRules.onlyIn(
            List.of(STATION + ".files.."), "org.apache.hadoop..", "org.apache.parquet.."),
        DirectionRules.onlyIn(List.of(STATION + ".service.."), "com.sun.net..", "java.net.http.."),
        DirectionRules.sparkFree(STATION + ".rows..", "Columns"),
        DirectionRules.sparkFree(STATION + ".rows..", "Avro"));
  }
}
