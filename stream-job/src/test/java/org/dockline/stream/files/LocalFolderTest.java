package org.dockline.stream.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {

  @TempDir private Path temp;

  private LocalFolder folder;

  @BeforeEach
  void begin() {
    folder = new LocalFolder(temp.resolve("not/yet/there"));
  }

  @Test
  void writesReplacesListsAndDeletes() throws IOException {
    folder.write("live/CURRENT", bytes("one"));
    folder.write("live/CURRENT", bytes("two"));
    folder.write("recent/date=2026-03-28/a.parquet", bytes("three"));
    assertThat(folder.find("live/CURRENT")).hasValue(bytes("two"));
    assertThat(folder.list("recent")).containsExactly("recent/date=2026-03-28/a.parquet");
    folder.delete("live/CURRENT");
    folder.delete("live/CURRENT");
    assertThat(folder.find("live/CURRENT")).isEmpty();
    assertThat(folder.list("live")).isEmpty();
    assertThat(folder.list("nowhere")).isEmpty();
  }

  @Test
  void writerThatFailsLeavesWhatStoodThere() throws IOException {
    folder.write("live/CURRENT", bytes("one"));
    SnapshotFolder.Body fullDisk =
        file -> {
          try (var out = file.createOrOverwrite(0)) {
            out.write(bytes("tw"));
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(() -> folder.write("live/CURRENT", fullDisk))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
    assertThat(folder.find("live/CURRENT")).hasValue(bytes("one"));
    assertThat(folder.list("live")).as("no half a file takes room").containsExactly("live/CURRENT");
  }

  @Test
  void fileThatIsNotThereCannotBeOpenedAndRead() {
    assertThatThrownBy(() -> folder.open("live/stations-1.parquet").newStream())
        .isInstanceOfAny(FileNotFoundException.class, IOException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
