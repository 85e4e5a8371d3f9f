package org.dockline.station.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.architecture.canary.Canaries;
import org.dockline.station.architecture.canary.dashboard.Page;
import org.dockline.station.architecture.canary.egg.Egg;
import org.dockline.station.architecture.canary.hen.Hen;
import org.dockline.station.architecture.canary.poller.PollerKnowingAPage;
import org.dockline.station.architecture.canary.rows.SparkColumns;
import org.dockline.station.architecture.canary.station.ModelKnowingAPage;
import org.dockline.station.architecture.canary.warehouse.WarehouseKnowingAPage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule is seen to fail on a class that breaks it, and to leave an innocent one alone. */
class CanaryTest {
  private static final String HERE = "org.dockline.station.architecture.canary";

  @TestFactory
  Stream<DynamicTest> everyRuleBites() {
    return Stream.of(
        bites(DirectionRules.applicationsDoNotKnowEachOther(HERE), PollerKnowingAPage.class),
        bites(DirectionRules.theModelKnowsNobody(HERE), ModelKnowingAPage.class),
        bites(DirectionRules.theWarehouseKnowsOnlyTheModel(HERE), WarehouseKnowingAPage.class),
        bites(DirectionRules.packagesAreFreeOfCycles(HERE), Hen.class, Egg.class),
        bites(DirectionRules.noObjectBindingOfJson(), Canaries.JsonBinder.class),
        bites(DirectionRules.onlyIn(List.of("x.."), "java.io.."), Canaries.FileToucher.class),
        bites(DirectionRules.sparkFree(HERE + ".rows..", "Columns"), SparkColumns.class),
        bites(PurityRules.pure(HERE), Canaries.FileToucher.class),
        bites(PurityRules.pure(HERE), Canaries.ClockReader.class),
        bites(PurityRules.pure(HERE), Canaries.EnvironmentReader.class),
        bites(PurityRules.pure(HERE), Canaries.Stopwatch.class),
        bites(PurityRules.onlyMainClassesAskTheSystem(), Canaries.ClockReader.class),
        bites(PurityRules.onlyMainClassesAskTheSystem(), Canaries.EnvironmentReader.class),
        bites(PurityRules.nobodyLeavesTheClockOrZoneToChance(), Canaries.NowSayer.class),
        bites(PurityRules.nobodyLeavesTheClockOrZoneToChance(), Canaries.ZoneTaker.class),
        bites(HouseRules.sqlStandsOnlyIn("x"), Canaries.SqlSpeaker.class),
        bites(HouseRules.onlyMainClassesPrint(), Canaries.Printer.class),
        bites(HouseRules.nobodySleeps(), Canaries.Sleeper.class),
        bites(HouseRules.namesSayWhatAThingIs(), Canaries.StationUtils.class),
        bites(HouseRules.packagesAreNullMarked(), Page.class),
        bites(HouseRules.dependenciesComeThroughConstructors(), Canaries.FieldFilled.class));
  }

  private static DynamicTest bites(ArchRule rule, Class<?>... breaking) {
    return dynamicTest(
        breaking[0].getSimpleName() + ": " + rule.getDescription(),
        () ->
            assertThat(rule.evaluate(new ClassFileImporter().importClasses(breaking)))
                .matches(result -> result.hasViolation(), "is violated")
                .satisfies(
                    result ->
                        assertThat(result.getFailureReport().toString())
                            .contains(breaking[0].getSimpleName())));
  }

  @Test
  void everyRuleOfEveryModuleHasACanary() {
    assertThat(everyRuleBites().map(DynamicTest::getDisplayName))
        .extracting(name -> name.substring(name.indexOf(": ") + 2))
        .containsAll(
            ArchitectureRules.ofEveryModule().stream()
                .map(ArchRule::getDescription)
                .map(name -> name.replace("org.dockline.warehouse", "x"))
                .toList());
  }

  @Test
  void anInnocentClassBreaksOnlyWhatItsPackageBreaks() {
    assertThat(ArchitectureRules.ofEveryModule())
        .filteredOn(
            rule ->
                rule.evaluate(new ClassFileImporter().importClasses(Canaries.Innocent.class))
                    .hasViolation())
        .extracting(ArchRule::getDescription)
        .containsExactly(HouseRules.packagesAreNullMarked().getDescription());
  }
}
