package org.dockline.station.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.jspecify.annotations.NullMarked;

/** Habits of the house that a machine can check. */
final class HouseRules {
  private HouseRules() {}

  static ArchRule sqlStandsOnlyIn(String home) {
    return noClasses()
        .that(not(resideInAPackage(home + "..")))
        .should(new SqlInStrings())
        .as("SQL stands only in " + home)
        .because("tables change in one place, and a dialect is an object there")
        .allowEmptyShould(true);
  }

  static ArchRule onlyMainClassesPrint() {
    return noClasses()
        .that(not(PurityRules.startTheProcess()))
        .should(ACCESS_STANDARD_STREAMS)
        .as("only main classes print; the rest logs")
        .allowEmptyShould(true);
  }

  static ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .as("nobody sleeps in place of a condition")
        .because("a wait ends when its condition holds or its time is over, and can be interrupted")
        .allowEmptyShould(true);
  }

  static ArchRule namesSayWhatAThingIs() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Impl|Manager|Helper)")
        .as("no class is called a Util, Impl, Manager or Helper")
        .allowEmptyShould(true);
  }

  static ArchRule packagesAreNullMarked() {
    return classes()
        .should(resideInANullMarkedPackage())
        .as("every package is @NullMarked in its package-info")
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getPackageName() + " of " + type.getName() + " is not @NullMarked"));
        }
      }
    };
  }

  static ArchRule dependenciesComeThroughConstructors() {
    return ArchRuleDefinition.noFields()
        .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
        .as("dependencies come through constructors")
        .allowEmptyShould(true);
  }
}
