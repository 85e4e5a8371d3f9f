package org.dockline.station.files;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest extends SnapshotFolderContract {

  @TempDir private Path temp;

  @Override
  protected SnapshotFolder newFolder() {
    return SnapshotLocation.local(temp.resolve("not/yet/there")).open();
  }
}
