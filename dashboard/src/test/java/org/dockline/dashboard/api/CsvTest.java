package org.dockline.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+2",
        "+1-800",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "-3 bikes",
        "+",
        "＝HYPERLINK(A1)",
        "=cmd|' /C calc'!A0"
      })
  void aNameIsNoFormula(String name) {
    assertThat(row(name)).isEqualTo("'" + name + "\r\n");
  }

  @Test
  void aNameThatMustBeQuotedIsNoFormulaEither() {
    assertThat(row("=HYPERLINK(\"http://x\",1)"))
        .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",1)\"\r\n");
    assertThat(row("\r=1")).isEqualTo("\"'\r=1\"\r\n");
  }

  @Test
  void numbersStayNumbers() {
    assertThat(row(-3, -0.5, -1.0E-9, 7L, "-3", "+4.5", "-1.0E-9"))
        .isEqualTo("-3,-0.5,-1.0E-9,7,-3,+4.5,-1.0E-9\r\n");
  }

  @Test
  void otherTextsStayAsTheyAre() {
    assertThat(row("7 - Bellecour", "a=b", null, "l'Église, \"Sud\"", "富山駅"))
        .isEqualTo("7 - Bellecour,a=b,,\"l'Église, \"\"Sud\"\"\",富山駅\r\n");
  }

  private static String row(@Nullable Object... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Told csv = new Csv(out)) {
      csv.row(values);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
