package org.dockline.station.reporting;

import java.io.PrintStream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Prints each skipped test with its reason: Surefire only counts them, and a test that silently did
 * not run looks like one that passed.
 */
public final class SkippedTests implements TestExecutionListener {
  private final PrintStream out;

  /** As the service loader makes it: to where the tests print. */
  public SkippedTests() {
    this(System.out);
  }

  SkippedTests(PrintStream out) {
    this.out = out;
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    out.println("SKIPPED " + nameOf(test) + ": " + reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.ABORTED) {
      executionSkipped(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason"));
    }
  }

  private static String nameOf(TestIdentifier test) {
    String owner =
        test.getSource()
            .map(
                source ->
                    switch (source) {
                      case MethodSource method -> method.getClassName() + " ";
                      case ClassSource type -> type.getClassName() + " ";
                      default -> "";
                    })
            .orElse("");
    return owner + test.getDisplayName();
  }
}
