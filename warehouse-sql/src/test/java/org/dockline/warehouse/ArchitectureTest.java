package org.dockline.warehouse;

import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.architecture.ArchitectureRules;
import org.dockline.station.architecture.DirectionRules;
import org.dockline.station.architecture.PurityRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String WAREHOUSE = "org.dockline.warehouse";

  @TestFactory
  Stream<DynamicTest> holds() {
    return ArchitectureRules.testsOf(
        PurityRules.pure(WAREHOUSE, WAREHOUSE + ".dimension.."),
        DirectionRules.onlyIn(
            List.of(WAREHOUSE + ".jdbc..", WAREHOUSE + ".embedded.."),
            "java.sql..",
            "javax.sql..",
            "com.zaxxer..",
            "org.flywaydb..",
            "org.h2..",
            "com.microsoft.."));
  }
}
