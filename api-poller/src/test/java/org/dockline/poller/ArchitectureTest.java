package org.dockline.poller;

import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.architecture.ArchitectureRules;
import org.dockline.station.architecture.DirectionRules;
import org.dockline.station.architecture.PurityRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String POLLER = "org.dockline.poller";
  private static final String SIMULATOR = POLLER + ".simulator..";
  private static final List<String> PROVIDERS = List.of(POLLER + ".jcdecaux..", POLLER + ".gbfs..");

  @TestFactory
  Stream<DynamicTest> holds() {
    return ArchitectureRules.testsOf(
        PurityRules.pure(POLLER + ".polling.."),
        DirectionRules.onlyIn(List.of(POLLER + ".kafka.."), "org.apache.kafka.."),
        DirectionRules.onlyIn(and(PROVIDERS, POLLER + ".http.."), "okhttp3.."),
        DirectionRules.onlyIn(List.of(SIMULATOR), "com.sun.net.."),
        DirectionRules.onlyIn(List.of(POLLER + ".gbfs.."), "org.mobilitydata.."),
        DirectionRules.onlyIn(
            and(PROVIDERS, POLLER + ".decode..", POLLER + ".recording..", SIMULATOR),
            "com.fasterxml.jackson.."));
  }

  private static List<String> and(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
