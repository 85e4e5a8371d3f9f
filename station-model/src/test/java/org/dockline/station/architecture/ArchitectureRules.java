package org.dockline.station.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rules that hold in every module, and how a module runs them together with its own. */
public final class ArchitectureRules {
  private ArchitectureRules() {}

  /** The main classes of the module whose tests are running, nothing else on the class path. */
  public static JavaClasses mainClasses() {
    return new ClassFileImporter().importPath(Path.of("target", "classes"));
  }

  /** Test classes of the module whose tests are running. */
  public static JavaClasses testClasses() {
    return new ClassFileImporter().importPath(Path.of("target", "test-classes"));
  }

  /**
   * One test for each rule of the house and each of {@code own}, over this module's main classes.
   */
  public static Stream<DynamicTest> testsOf(ArchRule... own) {
    JavaClasses classes = mainClasses();
    return Stream.concat(ofEveryModule().stream(), Stream.of(own))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }

  static List<ArchRule> ofEveryModule() {
    return List.of(
        DirectionRules.applicationsDoNotKnowEachOther("org.dockline"),
        DirectionRules.theModelKnowsNobody("org.dockline"),
        DirectionRules.theWarehouseKnowsOnlyTheModel("org.dockline"),
        DirectionRules.packagesAreFreeOfCycles("org.dockline"),
        DirectionRules.noObjectBindingOfJson(),
        PurityRules.onlyMainClassesAskTheSystem(),
        PurityRules.nobodyLeavesTheClockOrZoneToChance(),
        HouseRules.sqlStandsOnlyIn("org.dockline.warehouse"),
        HouseRules.onlyMainClassesPrint(),
        HouseRules.nobodySleeps(),
        HouseRules.namesSayWhatAThingIs(),
        HouseRules.packagesAreNullMarked(),
        HouseRules.dependenciesComeThroughConstructors());
  }
}
