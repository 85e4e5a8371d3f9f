package org.dockline.endtoend.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus itself says to its files, where its program promtool is installed. */
class PrometheusFilesTest {

  private static final Path RULES = ProjectFiles.folder().resolve("docs/alerts.yaml");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void needPromtool() {
    Programs.need(
        Programs.succeeds("promtool", "--version"),
        "promtool is not installed (package prometheus), so Prometheus is not asked");
  }

  /** The file as it stands in the container; only rules and password are elsewhere here. */
  @Test
  void settingsAndRulesAreRead() throws Exception {
    String rules = "/etc/prometheus/alerts.yaml";
    String password = "/run/secrets/prometheus_password";
    String settings = ProjectFiles.read("docs/operations/prometheus.yaml");
    assertThat(settings).contains(rules, password);
    Path file = folder.resolve("prometheus.yaml");
    Path secret = Files.writeString(folder.resolve("password"), "planted");
    Files.writeString(
        file, settings.replace(rules, RULES.toString()).replace(password, secret.toString()));
    assertThat(Programs.run("promtool", "check", "config", file.toString())).isZero();
  }

  @Test
  void eachAlertIsSaidWhenItMustBeAndNotBefore() throws Exception {
    assertThat(Programs.run("promtool", "test", "rules", cases(RULES))).isZero();
  }

  /** A rule that was made blind is found. */
  @Test
  void whatPromtoolSaysCounts() throws Exception {
    Path blind = folder.resolve("blind.yaml");
    Files.writeString(blind, Files.readString(RULES).replace(" > 120\n", " > 12000\n"));
    assertThat(Programs.run("promtool", "test", "rules", cases(blind))).isNotZero();
  }

  private String cases(Path rules) throws IOException {
    try (InputStream in = PrometheusFilesTest.class.getResourceAsStream("alerts.yaml")) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      Path file = folder.resolve("cases.yaml");
      String filled = new String(text, StandardCharsets.UTF_8).replace("{rules}", rules.toString());
      return Files.writeString(file, filled).toString();
    }
  }
}
