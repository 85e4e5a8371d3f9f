package org.dockline.station.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that comes from a file. */
class SecretFileTest {

  @TempDir private Path folder;

  @Test
  void isWhatTheFileHoldsWithoutItsLineEnd() throws Exception {
    Secret secret = given("s3cret\n").findSecret("TOKEN");
    assertThat(Objects.requireNonNull(secret).reveal()).isEqualTo("s3cret");
  }

  /** So that a file can be there for every secret, whether it is used or not. */
  @Test
  void isNotGivenByAnEmptyFile() throws Exception {
    assertThat(given("\n").findSecret("TOKEN")).isNull();
    Settings settings = given("");
    assertThat(settings.secret("TOKEN").reveal()).isEmpty();
    assertThatThrownBy(settings::check).hasMessageContaining("TOKEN is missing");
  }

  private Settings given(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), content);
    return Settings.of(Map.of("TOKEN_FILE", file.toString()));
  }
}
