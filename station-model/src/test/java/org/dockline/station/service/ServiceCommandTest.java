package org.dockline.station.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dockline.station.service.ServiceCommand.Program;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;

class ServiceCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpIsPrintedAndNothingRuns() {
    assertThat(run(settings -> out.write('!'), "--help")).isZero();
    assertThat(out).hasToString("How to use it.\n");
  }

  @Test
  void argumentThatIsNotKnownIsNamed() {
    assertThat(run(settings -> out.write('!'), "--hlep")).isEqualTo(2);
    assertThat(err)
        .asString()
        .startsWith("Unknown argument: --hlep\n")
        .endsWith("How to use it.\n");
    assertThat(out).hasToString("");
  }

  @Test
  void endsAsItsProgramDoes() {
    assertThat(run(settings -> out.write('!'))).isZero();
    assertThat(out).hasToString("!");
  }

  @Test
  void wrongSettingsAreMisuse() {
    assertThat(
            run(
                settings -> {
                  settings.number("PORT", 1, 1, 9);
                  settings.check();
                }))
        .isEqualTo(2);
    assertThat(err).asString().contains("PORT").contains("many");
  }

  @Test
  void failureIsOneLine() {
    assertThat(
            run(
                settings -> {
                  throw new IOException("port 5 is taken");
                }))
        .isEqualTo(1);
    assertThat(err).hasToString("It could not start: port 5 is taken" + System.lineSeparator());
  }

  @Test
  void interruptionIsAnEndAndIsPassedOn() {
    assertThat(
            run(
                settings -> {
                  throw new InterruptedException();
                }))
        .isZero();
    assertThat(Thread.interrupted()).isTrue();
  }

  private int run(Program program, String... args) {
    return new ServiceCommand("How to use it.\n", "It could not start", program)
        .run(args, Settings.of(Map.of("PORT", "many")), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
