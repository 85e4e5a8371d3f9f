package org.dockline.batch;

import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.architecture.ArchitectureRules;
import org.dockline.station.architecture.DirectionRules;
import org.dockline.station.architecture.PurityRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String BATCH = "org.dockline.batch";

  @TestFactory
  Stream<DynamicTest> holds() {
    return ArchitectureRules.testsOf(
        PurityRules.pure(BATCH + ".survey.."),
        DirectionRules.onlyIn(List.of(BATCH + ".kafka.."), "org.apache.kafka.."),
        DirectionRules.onlyIn(
            List.of(
                BATCH,
                BATCH + ".load..",
                BATCH + ".log..",
                BATCH + ".archive..",
                BATCH + ".kafka.."),
            "org.apache.spark.."),
        DirectionRules.onlyIn(
            List.of(BATCH + ".archive.."), "org.apache.hadoop..", "org.apache.parquet.."),
        DirectionRules.onlyIn(List.of(BATCH + ".sql.."), "java.sql..", "javax.sql.."),
        DirectionRules.onlyIn(List.of(BATCH + ".notify.."), "jakarta.mail..", "java.net.http.."),
        DirectionRules.onlyIn(
            List.of(BATCH + ".schedule..", BATCH + ".sql.."), "com.github.kagkarlsson.."));
  }
}
