package org.dockline.warehouse.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShellArgumentsTest {

  @Test
  void wordsAreOneQuery() {
    assertThat(ShellArguments.parse("SELECT", "1"))
        .isEqualTo(new ShellArguments("table", "SELECT 1"));
    assertThat(ShellArguments.parse("--format", "csv", "SELECT 1"))
        .isEqualTo(new ShellArguments("csv", "SELECT 1"));
  }

  @Test
  void nothingIsAConversation() {
    assertThat(ShellArguments.parse()).isEqualTo(new ShellArguments("table", null));
  }

  @Test
  void queryOfAFileLosesItsCommentLines() {
    assertThat(
            ShellArguments.parse(
                "-- What is asked.\nSELECT 1 -- the one\n  -- and no more\nFROM t"))
        .isEqualTo(new ShellArguments("table", "SELECT 1 -- the one\nFROM t"));
  }

  @Test
  void unknownOptionsAndFormatsAreNamed() {
    assertThatThrownBy(() -> ShellArguments.parse("--formt", "csv"))
        .hasMessageContaining("--formt");
    assertThatThrownBy(() -> ShellArguments.parse("--format", "xml")).hasMessageContaining("'xml'");
    assertThatThrownBy(() -> ShellArguments.parse("--format")).hasMessageContaining("''");
  }
}
