package org.dockline.dashboard;

import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.architecture.ArchitectureRules;
import org.dockline.station.architecture.DirectionRules;
import org.dockline.station.architecture.PurityRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String DASHBOARD = "org.dockline.dashboard";

  @TestFactory
  Stream<DynamicTest> holds() {
    return ArchitectureRules.testsOf(
        PurityRules.pure(DASHBOARD + ".live..", DASHBOARD + ".history.."),
        DirectionRules.onlyIn(
            List.of(DASHBOARD, DASHBOARD + ".view..", DASHBOARD + ".web..", DASHBOARD + ".text.."),
            "com.vaadin.."),
        DirectionRules.onlyIn(
            List.of(DASHBOARD + ".files.."), "org.apache.parquet..", "org.apache.avro.."),
        DirectionRules.onlyIn(
            List.of(DASHBOARD, DASHBOARD + ".web..", DASHBOARD + ".api..", DASHBOARD + ".login.."),
            "org.springframework.."),
        DirectionRules.onlyIn(
            List.of(
                DASHBOARD + ".web..",
                DASHBOARD + ".view..",
                DASHBOARD + ".api..",
                DASHBOARD + ".login.."),
            "jakarta.servlet.."),
        DirectionRules.onlyIn(List.of(DASHBOARD + ".warehouse.."), "java.sql..", "javax.sql.."));
  }
}
