package org.dockline.dashboard.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Asks axe-core what keeps people from using a page. */
public final class Axe {

  private static final String SCRIPT = script();

  /** What it calls minor or moderate is left out. */
  private static final String ASK =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ['violations'] });
        return found.violations
          .filter(v => ['serious', 'critical'].includes(v.impact))
          .flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.html.slice(0, 160)}: `
            + n.any.concat(n.all, n.none).map(c => c.message).join('; ')));
      }
      """;

  private Axe() {}

  /** Each serious or critical violation in words; none when all is well. */
  public static List<?> violations(Page page) {
    page.evaluate(SCRIPT);
    return (List<?>) page.evaluate(ASK);
  }

  private static String script() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe.min.js is not on the class path").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
