package org.dockline.stream;

import java.util.stream.Stream;
import org.dockline.station.architecture.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> holds() {
    return ArchitectureRules.testsOf();
  }
}
