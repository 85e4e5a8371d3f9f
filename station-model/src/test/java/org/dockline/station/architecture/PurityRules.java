package org.dockline.station.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/** What code may ask of the machine it runs on. */
public final class PurityRules {
  private static final String[] PURE_JDK = {
    "java.lang",
    "java.lang.invoke",
    "java.lang.runtime",
    "java.util",
    "java.util.function",
    "java.util.stream",
    "java.util.regex",
    "java.util.random",
    "java.time..",
    "java.math",
    "java.text",
    "java.nio.charset",
    "java.security"
  };
  private static final String[] PURE_MODEL = {
    "org.dockline.station",
    "org.dockline.station.flow..",
    "org.dockline.station.snapshot..",
    "org.dockline.station.wire..",
    "org.dockline.warehouse",
    "org.dockline.station.dimension"
  };
  private static final Set<String> OUTSIDE =
      Set.of(
          "getenv",
          "getProperty",
          "getProperties",
          "currentTimeMillis",
          "exit",
          "systemUTC",
          "systemDefaultZone",
          "system",
          "tickSeconds",
          "tickMinutes",
          "tickMillis");

  private PurityRules() {}

  /**
   * The middle: values and functions of the JDK's own language, time and text, of the model (its
   * codec goes from text to values and back) and of the warehouse's port, and nothing that reads a
   * clock, the environment, a file or the network.
   *
   * @param packages the pure packages
   */
  public static ArchRule pure(String... packages) {
    return classes()
        .that(resideInAnyPackage(packages))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages)
                .or(resideInAnyPackage(PURE_JDK))
                .or(resideInAnyPackage(PURE_MODEL))
                .or(resideInAnyPackage("org.jspecify.annotations"))
                .or(describe("are buffers, arrays or marks", PurityRules::isPlain)))
        .andShould(never(callCodeUnitWhere(asking().or(measuring()))))
        .as("the middle (" + String.join(", ", packages) + ") is pure")
        .because("a rule that reads no clock, file or network gives the same answer everywhere");
  }

  private static boolean isPlain(JavaClass type) {
    return type.getName().equals("java.nio.ByteBuffer")
        || type.getName().equals("java.io.Serial")
        || type.isPrimitive()
        || (type.isArray() && isPlainOrPure(type.getBaseComponentType()));
  }

  private static boolean isPlainOrPure(JavaClass type) {
    return isPlain(type)
        || resideInAnyPackage(PURE_JDK).test(type)
        || type.getName().startsWith("org.dockline.");
  }

  private static DescribedPredicate<JavaCall<?>> measuring() {
    return describe(
        "measures",
        call ->
            call.getTargetOwner().isEquivalentTo(System.class)
                && call.getName().equals("nanoTime"));
  }

  /**
   * The clock, the environment and the end of the process are for the class with the main method.
   */
  static ArchRule onlyMainClassesAskTheSystem() {
    return noClasses()
        .that(not(startTheProcess()))
        .should()
        .callCodeUnitWhere(asking())
        .as("only main classes ask for the clock, the environment or the end of the process")
        .because("time and settings are handed in, so that tests can choose them")
        .allowEmptyShould(true);
  }

  /** {@code now()} without a clock, and the zone of whoever's machine it is. */
  static ArchRule nobodyLeavesTheClockOrZoneToChance() {
    return noClasses()
        .should()
        .callCodeUnitWhere(
            describe(
                "a clock or zone of chance",
                call -> isNowWithoutClock(call) || isDefaultZone(call)))
        .as("nobody calls now() without a clock or takes the machine's zone")
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaCall<?>> asking() {
    return describe(
        "asks the system",
        call ->
            (call.getTargetOwner().isEquivalentTo(System.class)
                    || call.getTargetOwner().isEquivalentTo(Clock.class))
                && OUTSIDE.contains(call.getName()));
  }

  private static boolean isNowWithoutClock(JavaCall<?> call) {
    return call.getTargetOwner().getPackageName().startsWith("java.time")
        && call.getName().equals("now")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isDefaultZone(JavaCall<?> call) {
    return call.getName().equals("systemDefault") || call.getName().equals("systemDefaultZone");
  }

  /** Has a main method, or is where Spring is told how to build things. */
  static DescribedPredicate<JavaClass> startTheProcess() {
    return describe(
        "start the process",
        type ->
            outermost(type).tryGetMethod("main", String[].class).isPresent()
                || type.isAnnotatedWith("org.springframework.context.annotation.Configuration")
                || type.isMetaAnnotatedWith(
                    "org.springframework.context.annotation.Configuration"));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(PurityRules::outermost).orElse(type);
  }
}
