package org.dockline.station.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Which way packages may look. */
public final class DirectionRules {
  private static final List<String> APPLICATIONS =
      List.of("poller", "broker", "batch", "stream", "dashboard");

  private DirectionRules() {}

  static ArchRule applicationsDoNotKnowEachOther(String root) {
    return classes()
        .that(resideInAPackage(root + ".."))
        .should(stayInTheirApplication(root))
        .as("applications never depend on applications")
        .because("they meet in topics, files and the warehouse only")
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaClass> stayInTheirApplication(String root) {
    return new ArchCondition<>("stay in their application") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        String own = applicationOf(root, from);
        if (own.isEmpty()) {
          return;
        }
        from.getDirectDependenciesFromSelf().stream()
            .filter(to -> !applicationOf(root, to.getTargetClass()).isEmpty())
            .filter(to -> !applicationOf(root, to.getTargetClass()).equals(own))
            .forEach(to -> events.add(SimpleConditionEvent.violated(to, to.getDescription())));
      }
    };
  }

  private static String applicationOf(String root, JavaClass type) {
    return APPLICATIONS.stream()
        .filter(name -> (type.getPackageName() + ".").startsWith(root + "." + name + "."))
        .findFirst()
        .orElse("");
  }

  static ArchRule theModelKnowsNobody(String root) {
    return noClasses()
        .that(resideInAPackage(root + ".station.."))
        .should(
            dependOnClassesThat(
                resideInAPackage(root + "..").and(not(resideInAPackage(root + ".station..")))))
        .as("station-model depends on no other module")
        .allowEmptyShould(true);
  }

  static ArchRule theWarehouseKnowsOnlyTheModel(String root) {
    return noClasses()
        .that(resideInAPackage(root + ".warehouse.."))
        .should(
            dependOnClassesThat(
                resideInAPackage(root + "..")
                    .and(not(resideInAnyPackage(root + ".station..", root + ".warehouse..")))))
        .as("warehouse-sql depends on station-model alone")
        .allowEmptyShould(true);
  }

  static ArchRule packagesAreFreeOfCycles(String root) {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .as("no package depends on itself through others")
        .allowEmptyShould(true);
  }

  static ArchRule noObjectBindingOfJson() {
    return noClasses()
        .that(not(resideInAPackage("..gbfs..")))
        .should(
            dependOnClassesThat(
                resideInAPackage("com.fasterxml.jackson.databind..")
                    .or(simpleNameEndingWith("Mapper").and(resideInAPackage("tools.jackson..")))))
        .as("JSON is streamed, never bound to objects, except to the GBFS model's own")
        .because(
            "a field that is missing or of another type must be seen, with its value; the nodes of"
                + " tools.jackson are how Vaadin hands values to the browser")
        .allowEmptyShould(true);
  }

  /**
   * A library that belongs to an edge.
   *
   * @param library package patterns of the library, as ArchUnit writes them
   * @param edges the only packages that may use it
   */
  public static ArchRule onlyIn(List<String> edges, String... library) {
    return noClasses()
        .that(not(resideInAnyPackage(edges.toArray(String[]::new))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .as(String.join(", ", library) + " only in " + String.join(", ", edges))
        .allowEmptyShould(true);
  }

  /** Classes with this ending of their name are read without Spark on the class path. */
  public static ArchRule sparkFree(String packages, String ending) {
    return noClasses()
        .that(resideInAPackage(packages))
        .and()
        .haveSimpleNameEndingWith(ending)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .as("*" + ending + " in " + packages + " need no Spark");
  }
}
