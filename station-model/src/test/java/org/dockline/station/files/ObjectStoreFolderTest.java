package org.dockline.station.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on a store whose files are objects: whole when closed, never renamed. */
class ObjectStoreFolderTest extends SnapshotFolderContract {

  @Override
  protected SnapshotFolder newFolder() throws IOException {
    return HadoopFolder.ofObjects(URI.create("objects://bucket/snapshots"), configuration());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void uploadThatBreaksIsGivenUpAndNotCompleted(boolean abortable) throws IOException {
    SnapshotFolder folder = newFolder();
    if (!abortable) {
      ObjectStore.refuseToAbort();
    }
    folder.write("live/CURRENT", "one".getBytes(StandardCharsets.UTF_8));
    ObjectStore.breakNextUpload();
    assertThatThrownBy(() -> folder.write("live/CURRENT", new byte[100_000]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("connection lost");
    assertThat(folder.find("live/CURRENT")).hasValue("one".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void addressOfNoKnownFileSystemIsNamed() {
    assertThatThrownBy(() -> new SnapshotLocation("ftps://host/folder", null).open())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("SNAPSHOT_DIR")
        .hasMessageContaining("ftps://host/folder");
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.setClass("fs.objects.impl", ObjectStore.class, ObjectStore.class);
    configuration.setBoolean("fs.objects.impl.disable.cache", true);
    ObjectStore.clear();
    return configuration;
  }
}
