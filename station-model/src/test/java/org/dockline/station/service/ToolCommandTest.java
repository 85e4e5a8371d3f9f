package org.dockline.station.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dockline.station.service.ToolCommand.Tool;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;

class ToolCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpIsPrintedWhereverItIsAskedFor() {
    assertThat(run((args, settings, o, e) -> o.print("!"), "FILE", "--help")).isZero();
    assertThat(out).hasToString("How to use it.\n");
  }

  @Test
  void argumentsReachTheTool() {
    assertThat(run((args, settings, o, e) -> o.print(args), "FILE", "--fast")).isZero();
    assertThat(out).hasToString("[FILE, --fast]");
  }

  @Test
  void wrongArgumentsSettingsAndSurroundingsAreMisuse() {
    assertThat(
            run(
                (args, settings, o, e) -> {
                  throw new IllegalArgumentException("--fast is what?");
                }))
        .isEqualTo(2);
    assertThat(
            run(
                (args, settings, o, e) -> {
                  throw new MisuseException("the topic is wrong");
                }))
        .isEqualTo(2);
    assertThat(
            run(
                (args, settings, o, e) -> {
                  settings.number("PORT", 1, 1, 9);
                  settings.check();
                }))
        .isEqualTo(2);
    assertThat(err).asString().contains("--fast is what?", "the topic is wrong", "PORT");
  }

  @Test
  void failureIsOneLine() {
    assertThat(
            run(
                (args, settings, o, e) -> {
                  throw new IOException("no such file");
                }))
        .isEqualTo(1);
    assertThat(err).hasToString("It broke off: no such file" + System.lineSeparator());
  }

  @Test
  void interruptionIsNoSuccess() {
    assertThat(
            run(
                (args, settings, o, e) -> {
                  throw new InterruptedException();
                }))
        .isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  private int run(Tool tool, String... args) {
    return new ToolCommand("How to use it.\n", "It broke off", tool)
        .run(args, Settings.of(Map.of("PORT", "many")), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
