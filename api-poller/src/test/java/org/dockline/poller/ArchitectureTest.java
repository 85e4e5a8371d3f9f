package org.dockline.poller;

import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.architecture.ArchitectureRules;
import org.dockline.station.architecture.DirectionRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String POLLER = "org.dockline.poller";

  @TestFactory
  Stream<DynamicTest> holds() {
    return ArchitectureRules.testsOf(
        DirectionRules.onlyIn(List.of(POLLER + ".kafka.."), "org.apache.kafka.."));
  }
}
