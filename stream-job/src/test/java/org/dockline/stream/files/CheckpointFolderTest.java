package org.dockline.stream.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

  @TempDir private Path temp;

  @Test
  void knowsWhetherSomethingWasCommittedAndForgetsAll() throws IOException {
    CheckpointFolder checkpoint = new CheckpointFolder(temp.resolve("checkpoint"));
    assertThat(checkpoint.hasCommits()).isFalse();
    checkpoint.drop();
    Path commits = Files.createDirectories(temp.resolve("checkpoint/commits"));
    Files.createFile(commits.resolve(".0.crc"));
    assertThat(checkpoint.hasCommits()).isFalse();
    assertThat(checkpoint.hasBegun()).isFalse();
    Files.createDirectories(temp.resolve("checkpoint/offsets"));
    Files.createFile(temp.resolve("checkpoint/offsets/0"));
    assertThat(checkpoint.hasBegun()).isTrue();
    assertThat(checkpoint.hasCommits()).isFalse();
    Files.createFile(commits.resolve("0"));
    assertThat(checkpoint.hasCommits()).isTrue();
    checkpoint.drop();
    assertThat(checkpoint.hasCommits()).isFalse();
    assertThat(checkpoint.hasBegun()).isFalse();
    assertThat(temp.resolve("checkpoint")).isEmptyDirectory();
  }

  @Test
  void remembersWhichTopicsItSpeaksOf() throws IOException {
    CheckpointFolder checkpoint = new CheckpointFolder(temp.resolve("checkpoint"));
    assertThat(checkpoint.topics()).isEmpty();
    checkpoint.remember(Map.of("stations_topic", "5f0c9b1e", "polls_topic", "01234567"));
    assertThat(checkpoint.topics())
        .isEqualTo(Map.of("stations_topic", "5f0c9b1e", "polls_topic", "01234567"));
  }
}
